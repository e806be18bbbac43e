import type { OpenQuote } from './world-quotes.ts';
import { customerEmail } from './world-quotes.ts';

/** An answer over a real socket. `status` 0: there was none, so what happened is unknown. */
export type Answered = { status: number; data: Record<string, Result> | null; faults: string[] };
/** Either a refusal with its code, or what was made. */
type Result = { __typename: string; code?: string; [field: string]: unknown };

export async function post(
  url: string,
  query: string,
  variables: object,
  headers: Record<string, string>,
): Promise<Answered> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const body = text.startsWith('{')
      ? (JSON.parse(text) as {
          data?: Answered['data'];
          errors?: { message: string; extensions?: { code?: string } }[];
        })
      : {};
    return {
      status: response.status,
      data: body.data ?? null,
      faults: (body.errors ?? []).map(({ message, extensions }) => `${extensions?.code} ${message}`),
    };
  } catch {
    return { status: 0, data: null, faults: [] };
  }
}

const asCustomer = (token: string) => ({ authorization: `Link ${token}` });

const signing = `mutation ($input: SignQuoteInput!) {
  signQuote(input: $input) {
    __typename
    ... on PortalQuote { number acceptance { evidenceHash totals { gross { amount } } } invoices { number } }
    ... on Refusal { code }
  }
}`;

/** The customer signs with the option, for 3,749.00. */
export const sign = (
  url: string,
  quote: OpenQuote,
  idempotencyKey: string,
  changes: object = {},
): Promise<Answered> =>
  post(
    url,
    signing,
    {
      input: {
        idempotencyKey,
        revisionHash: quote.revisionHash,
        choices: [{ optionId: quote.optionId, quantity: 1 }],
        expectedRecurring: [],
        expectedTotal: 374_900,
        name: 'Ana Silva',
        email: customerEmail,
        agreesToTerms: true,
        signature: { method: 'TYPED', strokes: [] },
        ...changes,
      },
    },
    asCustomer(quote.token),
  );

/** The customer looks at the page of the quote. */
export const look = (url: string, quote: OpenQuote): Promise<Answered> =>
  post(url, '{ portalQuote { __typename acceptance { evidenceHash } } }', {}, asCustomer(quote.token));

/** Staff approve a draft. */
export const approve = (
  url: string,
  cookie: string,
  quote: { id: string; version: number },
): Promise<Answered> =>
  post(
    url,
    'mutation ($input: QuoteStepInput!) { approveQuote(input: $input) { __typename ... on Quote { number } ... on Refusal { code } } }',
    { input: { id: quote.id, version: quote.version } },
    { cookie },
  );

/** Staff end a link. */
export const revoke = (url: string, cookie: string, id: string): Promise<Answered> =>
  post(
    url,
    'mutation ($input: RevokeLinkInput!) { revokeLink(input: $input) { __typename ... on Refusal { code } } }',
    { input: { id } },
    { cookie },
  );

/** Staff send another link to the address on file. */
export const sendFresh = (url: string, cookie: string, quoteId: string): Promise<Answered> =>
  post(
    url,
    'mutation ($input: SendFreshLinkInput!) { sendFreshLink(input: $input) { __typename ... on Refusal { code } } }',
    { input: { idempotencyKey: `fresh-${quoteId}`, quoteId } },
    { cookie },
  );

/** Staff issue the invoice of a stage. */
export const issue = (url: string, cookie: string, quoteId: string, stageId: string): Promise<Answered> =>
  post(
    url,
    'mutation ($input: IssueStageInvoiceInput!) { issueStageInvoice(input: $input) { __typename ... on Invoice { number } ... on Refusal { code } } }',
    { input: { quoteId, stageId } },
    { cookie },
  );

/** The customer asks for a code by mail. */
export const askForCode = (url: string, quote: OpenQuote): Promise<Answered> =>
  post(
    url,
    'mutation { requestSigningCode(input: {}) { __typename ... on Refusal { code } } }',
    {},
    asCustomer(quote.token),
  );

export const startPayment = (url: string, quote: OpenQuote): Promise<Answered> =>
  post(
    url,
    'mutation ($input: StartPaymentInput!) { startPayment(input: $input) { __typename ... on CheckoutRedirect { url } ... on Refusal { code } } }',
    { input: {} },
    asCustomer(quote.token),
  );

export const claim = (url: string, quote: OpenQuote, idempotencyKey: string): Promise<Answered> =>
  post(
    url,
    'mutation ($input: ClaimManualPaymentInput!) { claimManualPayment(input: $input) { __typename ... on PortalInvoice { number } ... on Refusal { code } } }',
    { input: { idempotencyKey, method: 'CASH', paidOn: '2026-01-05', reference: 'at the desk' } },
    asCustomer(quote.token),
  );

export type Cash = { invoiceId: string; paymentId: string | null; amount: number };

/** Staff have seen the money. */
export const confirm = (url: string, cookie: string, cash: Cash, idempotencyKey: string): Promise<Answered> =>
  post(
    url,
    'mutation ($input: ConfirmManualPaymentInput!) { confirmManualPayment(input: $input) { __typename ... on Payment { id status amount { amount } } ... on Refusal { code } } }',
    { input: { idempotencyKey, ...cash, method: 'CASH', reference: 'slip 7', receivedOn: '2026-01-05' } },
    { cookie },
  );

/** What came of it in a word: a type of the contract, a refusal's code, or what went wrong on the way. */
export function outcome({ status, data, faults }: Answered): string {
  const [result] = Object.values(data ?? {});
  if (result?.__typename !== undefined) return result.code ?? result.__typename;
  return status === 0 ? 'no answer' : `${status} ${faults.join()}`;
}

/** How often each outcome came. */
export function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of outcomes) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}
