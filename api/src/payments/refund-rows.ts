import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { formatAmount, type MinorUnits, minor } from '../domain/money.ts';
import type { RefundStatus } from '../domain/refund.ts';
import { notFound } from '../fault.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';
import type { Refund } from './refund.entity.ts';

/** The refund as it stands after a write. */
export const readRefund = (ctx: Ctx, id: string): Promise<Row<Refund>> =>
  ctx.db.read.selectFrom('refund').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** Throws NOT_FOUND. */
export async function findRefund(query: Sql, id: string): Promise<Row<Refund>> {
  const refund = await query.selectFrom('refund').selectAll().where('id', '=', id).executeTakeFirst();
  if (refund === undefined) throw notFound();
  return refund;
}

/** What is not given back can be refunded another time. */
export async function release(query: Sql, refund: Row<Refund>): Promise<void> {
  const { numUpdatedRows } = await query
    .updateTable('payment')
    .set((row) => ({ refunded: row('refunded', '-', minor(refund.amount)) }))
    .where('id', '=', refund.paymentId)
    .where('refunded', '>=', refund.amount)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
}

/** A payment with its invoice, as they are when it is this refund's turn. */
export async function paymentWithInvoice(
  query: Sql,
  paymentId: string,
): Promise<{ payment: Row<Payment>; invoice: Row<Invoice> } | undefined> {
  // Of parallel refunds of one payment each takes its turn here and sees what the ones before left.
  await query
    .updateTable('payment')
    .set(({ ref }) => ({ refunded: ref('refunded') }))
    .where('id', '=', paymentId)
    .execute();
  const payment = await query
    .selectFrom('payment')
    .selectAll()
    .where('id', '=', paymentId)
    .executeTakeFirst();
  if (payment === undefined) return undefined;
  const invoice = await query
    .selectFrom('invoice')
    .selectAll()
    .where('id', '=', payment.invoiceId)
    .executeTakeFirstOrThrow();
  return { payment, invoice };
}

/** Of two refunds that want the same money one gets it, on either database. */
export async function reserve(
  query: Sql,
  payment: Pick<Row<Payment>, 'id' | 'refunded'>,
  amount: MinorUnits,
): Promise<void> {
  const { numUpdatedRows } = await query
    .updateTable('payment')
    .set({ refunded: minor(payment.refunded + amount) })
    .where('id', '=', payment.id)
    .where('status', '=', 'CONFIRMED')
    .where('refunded', '=', payment.refunded)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
}

type Begun = Pick<Row<Refund>, 'amount' | 'method' | 'reference' | 'reason' | 'requestedBy'> &
  Partial<Pick<Row<Refund>, 'requestedById' | 'providerId'>> & { status: RefundStatus };

/** A refund that has just begun. */
export const newRefund = (
  ctx: Ctx,
  payment: Row<Payment>,
  invoice: Row<Invoice>,
  begun: Begun,
): Row<Refund> => ({
  id: ctx.ids.id(),
  paymentId: payment.id,
  invoiceId: invoice.id,
  customerId: invoice.customerId,
  method: begun.method,
  status: begun.status,
  amount: begun.amount,
  currency: payment.currency,
  reason: begun.reason,
  creditNoteId: null,
  providerId: begun.providerId ?? null,
  reference: begun.reference,
  failure: null,
  requestedBy: begun.requestedBy,
  requestedById: begun.requestedById ?? null,
  approvedBy: null,
  createdAt: ctx.now,
  settledAt: null,
});

/** The step in the log and in the history. */
export async function noteRequest(
  ctx: Ctx,
  query: Sql,
  refund: Row<Refund>,
  invoice: Row<Invoice>,
): Promise<void> {
  const { amount, currency, reason, method, requestedBy } = refund;
  await logStep(ctx, query, {
    payment: { id: refund.paymentId, invoiceId: refund.invoiceId, method },
    kind: 'REFUND_REQUESTED',
    actor: requestedBy,
    reference: refund.reference,
    note: `${formatAmount({ amount, currency }, ctx.company.locale)}: ${reason}`,
  });
  await record(ctx, query, {
    action: 'refund.requested',
    text: `Refund of ${formatAmount({ amount, currency }, ctx.company.locale)} of invoice ${invoice.number} asked for`,
    ...(invoice.quoteId === null ? {} : { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    facts: { refundId: refund.id, paymentId: refund.paymentId, amount, method, reason },
    actor: requestedBy,
  });
}
