import {
  claimManualPayment,
  issueStageInvoice,
  portalInvoice,
  portalQuote,
  quotes,
  quoteById,
  signQuote,
  startPayment,
} from '../../support/operations.ts';
import { linkIn, mailTo } from './inbox.ts';
import { nth } from './numbers.ts';

const ana = { name: 'Ana Silva', email: 'ana@silvadental.example' };

export type BusyOffice = {
  /** The signed quote of the sample company. */
  quoteId: string;
  invoiceId: string;
  /** Tokens of links. */
  quoteLink: string;
  invoiceLink: string;
  /** Where the payment provider waits for a card. */
  checkoutUrl: string;
};

type Ask = <T>(document: string, variables?: object) => Promise<T>;
type Quote = {
  id: string;
  stages: { id: string; label: string }[];
  invoices: { id: string; number: string }[];
};

/**
 * Makes something of every kind in the sample company, as its customer and its staff would: a signature that did not
 * pass and one that did, a deposit that was declined and paid, an invoice that is claimed, a checkout that is open.
 */
export async function busyOffice(url: string, asStaff: Ask): Promise<BusyOffice> {
  const { token } = linkIn(await mailTo(url, ana.email, /^Quote /));
  const asAna = askWithLink(url, token);
  const { portalQuote: open } = await asAna<{
    portalQuote: { revisionHash: string; options: { id: string }[] };
  }>(portalQuote);
  const signature = {
    revisionHash: open.revisionHash,
    choices: open.options.map(({ id }) => ({ optionId: id, quantity: 1 })),
    expectedRecurring: [],
    ...ana,
    agreesToTerms: true,
    signature: { method: 'TYPED', strokes: [] },
  };
  await asAna(signQuote, {
    input: { ...signature, idempotencyKey: 'sign-with-a-wrong-total', expectedTotal: 100 },
  });
  await asAna(signQuote, {
    input: { ...signature, idempotencyKey: 'sign-as-it-was-approved', expectedTotal: 374_900 },
  });
  const deposit = await mailTo(url, ana.email, new RegExp(`^Invoice ${nth('INV', 1)} `));
  await payCheckout(await checkout(url, linkIn(deposit).token), ['decline', 'pay']);
  await mailTo(url, ana.email, /^Receipt /);

  const list = await asStaff<{ quotes: { items: { id: string; status: string }[] } }>(quotes);
  const signed = list.quotes.items.find(({ status }) => status === 'ACCEPTED')?.id ?? '';
  const { quote } = await asStaff<{ quote: Quote }>(quoteById, { id: signed });
  for (const stage of quote.stages.slice(1))
    await asStaff(issueStageInvoice, { input: { quoteId: quote.id, stageId: stage.id } });
  const progress = linkIn(await mailTo(url, ana.email, new RegExp(`^Invoice ${nth('INV', 2)} `))).token;
  const claimer = askWithLink(url, progress);
  const { portalInvoice: invoice } = await claimer<{ portalInvoice: { today: string } }>(portalInvoice);
  const claim = {
    idempotencyKey: 'paid-in-cash',
    method: 'CASH',
    paidOn: invoice.today,
    reference: 'Olivia at the studio',
  };
  await claimer(claimManualPayment, { input: claim });
  const final = linkIn(await mailTo(url, ana.email, new RegExp(`^Invoice ${nth('INV', 3)} `))).token;
  return {
    quoteId: quote.id,
    invoiceId: quote.invoices[0]?.id ?? '',
    quoteLink: token,
    invoiceLink: progress,
    checkoutUrl: await checkout(url, final),
  };
}

const checkout = async (url: string, token: string): Promise<string> =>
  (await askWithLink(url, token)<{ startPayment: { url: string } }>(startPayment, { input: {} })).startPayment
    .url;

async function payCheckout(url: string, steps: readonly string[]): Promise<void> {
  for (const step of steps)
    await fetch(`${url}/${step}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams() });
}

const askWithLink =
  (url: string, token: string): Ask =>
  async (query, variables = {}) => {
    const headers = { 'content-type': 'application/json', authorization: `Link ${token}` };
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as { data: never; errors?: { message: string }[] };
    if (errors?.[0] !== undefined) throw new Error(errors[0].message);
    return data;
  };
