import type { CheckoutFact } from '../../api/src/ports.ts';
import { minor } from '../../api/src/domain/money.ts';
import { startPayment } from './operations.ts';
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
export const aFact = ({ id, invoiceId }: CardPayment, outcome: CheckoutFact['outcome'], changes: Partial<CheckoutFact> = {}): CheckoutFact => ({
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
