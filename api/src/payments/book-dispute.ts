import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { lostFrom } from '../domain/dispute.ts';
import { minor } from '../domain/money.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { takeCredit } from '../ledger/customer-credit.ts';
import { post } from '../ledger/post.ts';
import { moveSums } from './allocate.ts';
import type { Dispute } from './dispute.entity.ts';
import type { Payment } from './payment.entity.ts';
import { creditOfInvoice } from './refundable.ts';

type Movement = {
  before: Row<Dispute>;
  after: Row<Dispute>;
  payment: Row<Payment>;
  invoice: Row<Invoice>;
};

/** Books what a dispute moved: the money away, back, or gone for good. */
export async function bookDispute(
  ctx: Ctx,
  query: Sql,
  { before, after, payment, invoice }: Movement,
): Promise<void> {
  const { id: disputeId, amount, currency, customerId } = after;
  const about = { currency, customerId, paymentId: payment.id, disputeId, by: 'Stripe' };
  const onInvoice = { ...about, invoiceId: invoice.id };
  if (before.isWithdrawn === 0 && after.isWithdrawn === 1)
    await post(ctx, query, { ...onInvoice, kind: 'DISPUTED', amount });
  if (before.isWithdrawn === 1 && after.isWithdrawn === 0)
    await post(ctx, query, { ...onInvoice, kind: 'DISPUTE_WON', amount });
  if (before.status === 'LOST' || after.status !== 'LOST') return;
  // A voided invoice is not made open again behind anybody's back: what it had is the company's loss.
  const paid = invoice.status === 'VOID' || currency !== invoice.currency ? minor(0) : invoice.paid;
  const parts = lostFrom(amount, { credit: await creditOfInvoice(query, { ...invoice, currency }), paid });
  await post(
    ctx,
    query,
    { ...onInvoice, kind: 'DISPUTE_LOST', amount: minor(parts.invoice + parts.credit) },
    { ...onInvoice, kind: 'CREDIT_APPLIED', amount: parts.credit },
    { ...about, kind: 'DISPUTE_LOST', amount: parts.loss },
    { ...about, kind: 'WRITTEN_OFF', amount: parts.loss },
  );
  if (!(await takeCredit(query, { customerId, currency, amount: parts.credit }))) {
    if (parts.credit > 0) throw new LostRace();
  }
  if (parts.invoice > 0) await moveSums(ctx, query, invoice, { paid: minor(invoice.paid - parts.invoice) });
}
