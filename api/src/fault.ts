/** The codes with which an operation ends when it is not a matter of business: see graphql/faults.ts. */
export type FaultCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'CONFLICT';

/** Ends an operation without an answer. Nothing was changed; the message can be shown. */
export class Fault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

export const unauthenticated = (): Fault => new Fault('UNAUTHENTICATED', 'Please sign in.');
export const forbidden = (): Fault => new Fault('FORBIDDEN', 'Your role does not allow this.');
/** The same answer for what is absent and for what belongs to somebody else. */
export const notFound = (): Fault => new Fault('NOT_FOUND', 'There is nothing here, or not for you.');
export const badInput = (message: string): Fault => new Fault('BAD_USER_INPUT', message);
export const conflict = (): Fault =>
  new Fault('CONFLICT', 'Somebody else changed this in the meantime. Load it again to see the change.');
