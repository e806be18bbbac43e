import type { TypedDocumentString } from './gql/graphql.ts';

/** Why a request came to nothing: the server's fault codes, and UNREACHABLE when there was no answer of its own. */
export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'INTERNAL_SERVER_ERROR'
  | 'UNREACHABLE';

export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  /** The id of the request in the server's log, for whoever has to look. */
  readonly reference: string | null;

  constructor(code: FaultCode, message: string, reference: string | null = null) {
    super(message);
    this.code = code;
    this.reference = reference;
  }
}

type Answer<Result> = {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: FaultCode } }[];
};

/** One operation. Gives its data whole, or throws a Fault. */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables?: Variables,
): Promise<Result> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-countersign': '1' },
    body: JSON.stringify({ query: document.toString(), variables }),
  }).catch(() => null);
  const answer: Answer<Result> | null = (await response?.json().catch(() => null)) ?? null;
  const error = answer?.errors?.[0];
  if (answer?.data && !error) return answer.data;
  const reference = response?.headers.get('x-request-id') ?? null;
  const unanswered = answer === null ? 'UNREACHABLE' : 'INTERNAL_SERVER_ERROR';
  throw new Fault(error?.extensions?.code ?? unanswered, error?.message ?? 'No answer.', reference);
}
