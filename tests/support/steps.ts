import type { StaffRole } from '../../api/src/domain/permission.ts';
import type { GatewayEvent } from '../../api/src/ports.ts';
import { type Asker, startTestApp } from './app.ts';
import type { DatabaseKind } from './databases.ts';
import { aCustomerInput, aQuoteInput } from './inputs.ts';
import * as operations from './operations.ts';

export * from './inputs.ts';

/** The one field of an answer; a fault is `{ fault: code }`, except for the mistake of a test in its own document. */
export type Result = { __typename?: string; code?: string; fault?: string; id?: string };
export type Made = { id: string; version: number };
export type Draft = Made & { customer: { id: string } };
export type Sent = Draft & {
  number: string;
  revisionHash: string;
  options: { id: string }[];
  stages: { id: string }[];
  /** The customer's own link, out of the mail. */
  link: { link: string };
};
export type Signed = Sent & { invoice: { id: string; number: string } };

let keys = 0;
/** A new idempotency key. */
export const aKey = (): string => `key-${String((keys += 1)).padStart(6, '0')}`;

/** A signature on the sample quote with its option that passes every check. */
export const aSignature = (quote: Sent, changes: object = {}) => ({
  idempotencyKey: aKey(),
  revisionHash: quote.revisionHash,
  choices: quote.options.map(({ id }) => ({ optionId: id, quantity: 1 })),
  expectedTotal: 374_900,
  expectedRecurring: [],
  name: 'Ana Silva',
  email: 'Ana@silvadental.example',
  agreesToTerms: true,
  signature: { method: 'TYPED', strokes: [] },
  ...changes,
});

/** A company with its server, and the steps that lead from a customer to a receipt, each of them through the API. */
export async function aCompany(kind: DatabaseKind) {
  const app = await startTestApp(kind);
  const people = new Map<StaffRole, { cookie: string; since: number }>();

  async function run<T = Result>(document: string, variables: object, asker: Asker): Promise<T & Result> {
    const { data, errors } = await app.ask<Record<string, T>>(document, variables, asker);
    const [fault] = errors ?? [];
    if (fault?.extensions.code === 'BAD_USER_INPUT') throw new Error(fault.message);
    if (fault !== undefined) return { fault: fault.extensions.code } as T & Result;
    return Object.values(data ?? {})[0] as T & Result;
  }
  /** The same for a step that has to work. */
  async function make<T>(document: string, variables: object, asker: Asker): Promise<T> {
    const result = await run<T>(document, variables, asker);
    if (result.fault !== undefined || result.code !== undefined)
      throw new Error(`${document.slice(0, 60)}: ${JSON.stringify(result)}`);
    return result;
  }
  /** Somebody with this role; signs in again when the clock was moved and the session is over. */
  async function as(role: StaffRole): Promise<{ cookie: string }> {
    const known = people.get(role);
    const now = app.clock.now().getTime();
    if (known !== undefined && Math.abs(now - known.since) < 20 * 60_000) return { cookie: known.cookie };
    const person = { ...(await app.signedIn(role)), since: now };
    people.set(role, person);
    return { cookie: person.cookie };
  }
  /** The link in the newest mail that leads to this page and names this number. */
  const linkInMail = (page: 'q' | 'i' | 'a', number: string): { link: string } => {
    const mail = app.mailer.sent.findLast(
      ({ text, subject }) => text.includes(`/${page}/#`) && `${subject} ${text}`.includes(number),
    );
    return { link: /\/[qia]\/#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? 'no link' };
  };
  const customer = async (changes: object = {}) =>
    make<Made & { prefix: string }>(
      operations.createCustomer,
      { input: { idempotencyKey: aKey(), customer: aCustomerInput(changes) } },
      await as('OWNER'),
    );
  async function draft(changes: object = {}, customerId?: string): Promise<Draft> {
    const input = {
      idempotencyKey: aKey(),
      customerId: customerId ?? (await customer()).id,
      quote: aQuoteInput(changes),
    };
    return make<Draft>(operations.createQuote, { input }, await as('OWNER'));
  }
  async function sentQuote(changes: object = {}, customerId?: string): Promise<Sent> {
    const { id, version } = await draft(changes, customerId);
    const sent = await make<Sent>(operations.approveQuote, { input: { id, version } }, await as('OWNER'));
    await app.settle();
    return { ...sent, link: linkInMail('q', sent.number) };
  }
  async function signedQuote(
    changes: object = {},
    signature: object = {},
    customerId?: string,
  ): Promise<Signed> {
    const sent = await sentQuote(changes, customerId);
    await make(operations.signQuote, { input: aSignature(sent, signature) }, sent.link);
    const { version, invoices } = await make<Made & { invoices: { id: string; number: string }[] }>(
      operations.quoteById,
      { id: sent.id },
      await as('OWNER'),
    );
    const [invoice] = invoices;
    if (invoice === undefined) throw new Error('The signature made no invoice');
    return { ...sent, version, invoice };
  }
  /** What the provider posts; refused unless its signature is the word `genuine`. */
  async function webhook(
    event: Partial<GatewayEvent> & { id: string },
    signature = 'genuine',
  ): Promise<number> {
    const payload = JSON.stringify({
      type: 'checkout.session.completed',
      createdAt: app.clock.now(),
      live: false,
      foreign: null,
      fact: null,
      moneyBack: null,
      ...event,
    });
    const response = await app.app.server.inject({
      method: 'POST',
      url: '/webhooks/stripe',
      headers: { 'content-type': 'application/json', 'stripe-signature': signature },
      payload,
    });
    await app.settle();
    return response.statusCode;
  }
  /** Rows by plain SQL, with the columns named as in the database. */
  const rows = <T extends object = Record<string, unknown>>(text: string): Promise<T[]> =>
    app.db.transaction(({ em }) => em.execute<T[]>(text));
  /** Changes rows behind the back of the product. */
  const tamper = (text: string): Promise<unknown> =>
    app.db.transaction(({ em }) => em.execute(text, [], 'run'));
  return {
    ...app,
    run,
    make,
    as,
    linkInMail,
    customer,
    draft,
    sentQuote,
    signedQuote,
    webhook,
    rows,
    tamper,
  };
}

export type Company = Awaited<ReturnType<typeof aCompany>>;
