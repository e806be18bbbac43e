import fc from 'fast-check';
import type { PaymentMethod, PaymentStatus } from '../../api/src/domain/payment.ts';
import type { ListedInvoice } from './many-rows.ts';
import type { Company } from './steps.ts';

/** A payment as far as lists and figures are concerned. */
export type ListedPayment = {
  id: string;
  invoiceId: string;
  customer: number;
  method: PaymentMethod;
  status: PaymentStatus;
  amount: number;
  currency: string;
  reference: string | null;
  createdAt: string;
  confirmedAt: string | null;
};

const firstInstant = Date.parse('2026-08-10T00:00:00Z');
const lastInstant = Date.parse('2026-11-21T03:00:00Z');
/** Quarters of an hour, so that many fall together. */
const instants = fc
  .nat(Math.floor((lastInstant - firstInstant) / 900_000))
  .map((quarters) => new Date(firstInstant + quarters * 900_000).toISOString());

const rowOf = fc.record({
  invoice: fc.nat(149),
  method: fc.constantFrom<PaymentMethod>('CARD', 'CASH', 'BANK_TRANSFER'),
  status: fc.constantFrom<PaymentStatus>(
    ...(['STARTED', 'UNKNOWN', 'PENDING', 'CLAIMED', 'CONFIRMED', 'CONFIRMED'] as const),
    ...(['CONFIRMED', 'FAILED', 'EXPIRED', 'REJECTED'] as const),
  ),
  amount: fc.constantFrom(1, 100, 250_00, 2_000_000_000_000),
  reference: fc.constantFrom(null, 'Transfer 7', 'TRANSFER 8', '100% paid', 'pi_1', '42'),
  createdAt: instants,
  wait: fc.constantFrom(0, 3_600_000, 86_400_000),
});

/** Payments of these invoices; one live card payment and one claim of each at most, as the tables ask. */
export const listedPayments = (invoices: readonly ListedInvoice[]) =>
  fc.array(rowOf, { minLength: 200, maxLength: 200 }).map((rows) => {
    const live = new Set<string>();
    return rows.flatMap(({ invoice, wait, ...row }, at): ListedPayment[] => {
      const of = invoices[invoice];
      const isLive = row.method === 'CARD' && ['STARTED', 'UNKNOWN', 'PENDING'].includes(row.status);
      const key = `${invoice} ${isLive ? 'card' : row.status}`;
      if (of === undefined || ((isLive || row.status === 'CLAIMED') && live.has(key))) return [];
      live.add(key);
      const confirmed = new Date(Math.min(lastInstant, Date.parse(row.createdAt) + wait)).toISOString();
      return [
        {
          ...row,
          id: `0192${String(at).padStart(4, '0')}-0000-7000-8000-000000000000`,
          invoiceId: of.id,
          customer: of.customer,
          currency: of.currency,
          confirmedAt: row.status === 'CONFIRMED' ? confirmed : null,
        },
      ];
    });
  });

/** Puts these into the table. */
export async function putPayments(
  { db }: Company,
  rows: readonly ListedPayment[],
  customers: readonly string[],
): Promise<void> {
  await db.transaction(async ({ sql: query }) => {
    await query
      .insertInto('payment')
      .values(
        rows.map(({ customer, ...row }) => ({
          ...row,
          customerId: customers[customer],
          ...nothing,
        })) as never,
      )
      .execute();
  });
}

const nothing = {
  allocated: 0,
  sessionId: null,
  checkoutUrl: null,
  checkoutExpiresAt: null,
  refunded: 0,
  proofs: '[]',
  failure: null,
  receivedOn: null,
  confirmedBy: null,
};
