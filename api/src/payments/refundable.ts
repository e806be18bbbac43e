import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { isDisputeOpen } from '../domain/dispute.ts';
import type { PostingKind } from '../domain/ledger.ts';
import { mostToCredit } from '../domain/invoice-actions.ts';
import { type MinorUnits, minor } from '../domain/money.ts';
import { refundable, type RefundRoom } from '../domain/refund.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { creditOf } from '../ledger/customer-credit.ts';
import type { Payment } from './payment.entity.ts';

/** How the postings of an invoice change what its payments left to the customer's credit. */
const signs: Partial<Record<PostingKind, 1 | -1>> = {
  OVERPAID: 1,
  FREED: 1,
  REFUND_REVERSED: 1,
  REFUNDED: -1,
};

/** What became of the payment's money, as the book says it now. */
export async function refundRoom(
  query: Sql,
  payment: Row<Payment>,
  invoice: Row<Invoice>,
): Promise<RefundRoom & { isDisputed: boolean }> {
  const disputes = await query
    .selectFrom('dispute')
    .select(['status', 'amount'])
    .where('paymentId', '=', payment.id)
    .execute();
  const isSameCurrency = payment.currency === invoice.currency;
  const lost = disputes.reduce((sum, { status, amount }) => sum + (status === 'LOST' ? amount : 0), 0);
  return {
    amount: payment.amount,
    refunded: payment.refunded,
    lost: minor(lost),
    credit: await creditOfInvoice(query, { ...invoice, currency: payment.currency }),
    // Money of another currency never went to the invoice, so none of it comes from there.
    paid: isSameCurrency ? invoice.paid : minor(0),
    creditable: isSameCurrency ? minor(Math.max(0, mostToCredit(invoice))) : minor(0),
    isDisputed: disputes.some(({ status }) => isDisputeOpen(status)),
  };
}

/** What the payments of this invoice left to the customer's credit in this currency and nobody has spent since. */
export async function creditOfInvoice(
  query: Sql,
  { id, customerId, currency }: Pick<Row<Invoice>, 'id' | 'customerId' | 'currency'>,
): Promise<MinorUnits> {
  const entries = await query
    .selectFrom('ledgerEntry')
    .select(['kind', 'amount', 'disputeId'])
    .where('invoiceId', '=', id)
    .where('currency', '=', currency)
    .execute();
  const left = entries.reduce((sum, { kind, amount, disputeId }) => {
    // Credit that covers a lost dispute is spent; credit that was applied came from anywhere.
    const sign = kind === 'CREDIT_APPLIED' && disputeId !== null ? -1 : (signs[kind] ?? 0);
    return sum + sign * amount;
  }, 0);
  return minor(Math.max(0, Math.min(left, await creditOf(query, customerId, currency))));
}

/** How much of the payment can be refunded now. */
export async function refundableNow(ctx: Ctx, payment: Row<Payment>): Promise<MinorUnits> {
  if (payment.status !== 'CONFIRMED') return minor(0);
  const invoice = await ctx.load.invoice.load(payment.invoiceId);
  const room = await refundRoom(ctx.db.read, payment, invoice);
  return room.isDisputed ? minor(0) : refundable(room);
}
