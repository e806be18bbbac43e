import type { CheckoutFact } from '../../api/src/ports.ts';
import { minor } from '../../api/src/domain/money.ts';
import { invoiceById, reviewItems, startPayment } from './operations.ts';
import type { Company, Signed } from './steps.ts';

export type CardPayment = { id: string; invoiceId: string; url: string };

let events = 0;

/** The customer is sent to the provider's page for the first invoice of the quote. */
export async function goToCheckout(office: Company, quote: Signed): Promise<CardPayment> {
  const { url } = await office.make<{ url: string }>(startPayment, { input: {} }, quote.link);
  const request = office.gateway.requests.findLast(({ invoiceId }) => invoiceId === quote.invoice.id);
  return { id: request?.paymentId ?? '', invoiceId: quote.invoice.id, url };
}

/** What the provider says about the checkout of the sample's deposit, 1,124.70. */
export const aFact = (
  { id, invoiceId }: CardPayment,
  outcome: CheckoutFact['outcome'],
  changes: Partial<CheckoutFact> = {},
): CheckoutFact => ({
  outcome,
  sessionId: `cs_${id}`,
  paymentId: id,
  invoiceId,
  amount: minor(112_470),
  currency: 'AUD',
  reference: `pi_${id.slice(-6)}`,
  failure: null,
  ...changes,
});

/** The provider reports it, under a new id. */
export const report = (office: Company, fact: CheckoutFact): Promise<number> =>
  office.webhook({ id: `evt_${(events += 1)}`, fact });

type Step = {
  kind: string;
  actor: string;
  method: string | null;
  reference: string | null;
  note: string | null;
};
type Seen = { status: string; paid: { amount: number }; payments: { status: string }[]; log: Step[] };

/** What the tests of card payments ask of a company. */
export function cardDesk(office: () => Company) {
  const start = (quote: Signed, input: object = {}) =>
    office().run<{ url: string }>(startPayment, { input }, quote.link);
  const read = async (quote: Signed) =>
    office().make<Seen>(invoiceById, { id: quote.invoice.id }, await office().as('BOOKKEEPER'));
  /** What became of it; that messages came is a step of its own each time. */
  const stepsOf = async (quote: Signed) =>
    (await read(quote)).log.map(({ kind: step }) => step).filter((step) => step !== 'WEBHOOK_RECEIVED');
  const itemsOf = async (quote: Signed) => {
    const { items } = await office().make<{ items: { kind: string; invoice: { number: string } | null }[] }>(
      reviewItems,
      { first: 100 },
      await office().as('BOOKKEEPER'),
    );
    return items.filter(({ invoice }) => invoice?.number === quote.invoice.number).map((item) => item.kind);
  };
  const onCheckout = async (): Promise<{ quote: Signed; payment: CardPayment }> => {
    const quote = await office().signedQuote();
    return { quote, payment: await goToCheckout(office(), quote) };
  };
  return { start, read, stepsOf, itemsOf, onCheckout };
}
