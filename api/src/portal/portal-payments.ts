import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { minor, sum } from '../domain/money.ts';
import { money } from '../graphql/views.ts';
import type { CreditNote } from '../invoices/credit-note.entity.ts';
import type { Payment } from '../payments/payment.entity.ts';
import { proofsOf } from '../payments/proofs.ts';
import type { Refund } from '../payments/refund.entity.ts';
import type { PortalRefundStatus } from './portal-money.type.ts';

/** Payments, claims and failed tries of an invoice, newest first, as its customer sees them. */
export async function paymentsView(ctx: Ctx, invoiceId: string, refunds: readonly Row<Refund>[]) {
  const payments = await ctx.load.paymentsOfInvoice.load(invoiceId);
  return Promise.all(
    payments.toReversed().map(async (payment) => ({
      method: payment.method,
      status: payment.status,
      amount: money(payment.amount, payment.currency),
      createdAt: payment.createdAt,
      confirmedAt: payment.confirmedAt,
      receiptNumber: (await ctx.load.receiptsOfPayment.load(payment.id))[0]?.number ?? null,
      // Why staff rejected a claim is theirs to say; a bank's reason is the customer's to know.
      declined: payment.method === 'CARD' ? payment.failure : null,
      kept: keptOf(payment),
      refunded: refundedOf(payment, refunds),
      proofs: proofsOf(payment).map(({ name }) => name),
    })),
  );
}

/** What of confirmed money was more than the invoice owed; null when nothing. */
export function keptOf({ status, amount, allocated, currency }: Row<Payment>) {
  const rest = minor(status === 'CONFIRMED' ? amount - allocated : 0);
  return rest > 0 ? money(rest, currency) : null;
}

/** What of it went back or is going back; null when nothing. What waits for a second person is nobody's yet. */
export function refundedOf(
  { id, currency }: Pick<Row<Payment>, 'id' | 'currency'>,
  refunds: readonly Row<Refund>[],
) {
  const under = refunds.filter(
    ({ paymentId, status }) => paymentId === id && (status === 'PENDING' || status === 'SUCCEEDED'),
  );
  return under.length === 0 ? null : money(sum(under.map(({ amount }) => minor(amount))), currency);
}

/** Money that goes back, oldest first. */
export const refundsView = (refunds: readonly Row<Refund>[]) =>
  refunds.flatMap(({ method, status, amount, currency, createdAt }) => {
    const seen = seenAs(status);
    return seen === null ? [] : [{ method, status: seen, amount: money(amount, currency), createdAt }];
  });

function seenAs(status: Row<Refund>['status']): PortalRefundStatus | null {
  return status === 'PENDING' || status === 'SUCCEEDED' || status === 'FAILED' ? status : null;
}

/** Corrections of an invoice, oldest first. */
export async function creditNotesView(ctx: Ctx, invoiceId: string) {
  const notes = await ctx.db.read
    .selectFrom('creditNote')
    .select(['id', 'number', 'issueDate', 'gross', 'currency', 'reason'])
    .where('invoiceId', '=', invoiceId)
    .orderBy('id')
    .limit(100)
    .execute();
  return notes.map((note) => noteView(ctx, note));
}

type Note = Pick<Row<CreditNote>, 'id' | 'number' | 'issueDate' | 'gross' | 'currency' | 'reason'>;

/** A correction as the customer sees it. */
export const noteView = (ctx: Ctx, { id, gross, currency, ...note }: Note) => ({
  ...note,
  amount: money(gross, currency),
  pdfUrl: documentAddress(ctx, 'credit-notes', id),
});
