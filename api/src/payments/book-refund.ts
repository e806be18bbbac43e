import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { creditOf } from '../domain/credit-note.ts';
import { mostToCredit } from '../domain/invoice-actions.ts';
import { type MinorUnits, minor } from '../domain/money.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { refundFrom } from '../domain/refund.ts';
import type { CreditNote } from '../invoices/credit-note.entity.ts';
import { contentOf } from '../invoices/invoice-views.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { issuedOf } from '../invoices/issued.ts';
import { creditedSoFar, writeCreditNote } from '../invoices/write-credit-note.ts';
import { addCredit, takeCredit } from '../ledger/customer-credit.ts';
import { post } from '../ledger/post.ts';
import type { Payment } from './payment.entity.ts';
import type { Refund } from './refund.entity.ts';
import { refundRoom } from './refundable.ts';

type Booking = {
  payment: Row<Payment>;
  invoice: Row<Invoice>;
  /** Who gives it back: a name or `Stripe`. */
  by: string;
  /** The money is gone already, whether the book has it or not: somebody refunded it at the provider. */
  isGone?: boolean;
};

/**
 * Takes the refund out of the book, before anybody is asked to move money: the customer's credit first, then what had paid the
 * invoice, by a credit note that frees it. Returns the refund with its credit note, or a refusal, and then nothing was written.
 */
export async function bookRefund(
  ctx: Ctx,
  query: Sql,
  refund: Row<Refund>,
  { payment, invoice, by, isGone = false }: Booking,
): Promise<Row<Refund> | Refusal> {
  const parts = refundFrom(refund.amount, await refundRoom(query, payment, invoice));
  if (parts.loss > 0 && !isGone)
    return refuse(
      'REFUND_NOT_POSSIBLE',
      'Not all of this money is left: a part went back before, or its credit was used for another invoice.',
    );
  const about = {
    currency: refund.currency,
    customerId: refund.customerId,
    paymentId: payment.id,
    refundId: refund.id,
    by,
  };
  const note = await creditNoteFor(ctx, query, { invoice, amount: parts.invoice, reason: refund.reason, by });
  if (isRefusal(note)) return note;
  const { currency, customerId } = refund;
  // What the book does not have is the company's loss; a person is told by the item about the refund.
  await addCredit(query, { customerId, currency, amount: parts.loss });
  await post(
    ctx,
    query,
    { ...about, kind: 'FREED', amount: parts.loss },
    { ...about, kind: 'WRITTEN_OFF', amount: parts.loss },
    { ...about, kind: 'REFUNDED', amount: parts.loss },
    { ...about, kind: 'REFUNDED', amount: minor(refund.amount - parts.loss), invoiceId: invoice.id },
  );
  if (!(await takeCredit(query, { customerId, currency, amount: refund.amount }))) throw new LostRace();
  const creditNoteId = note?.id ?? null;
  await query.updateTable('refund').set({ creditNoteId }).where('id', '=', refund.id).execute();
  return { ...refund, creditNoteId };
}

/** What had paid the invoice is taken off it, in proportion of its tax; null when nothing of the refund had. */
async function creditNoteFor(
  ctx: Ctx,
  query: Sql,
  credit: { invoice: Row<Invoice>; amount: MinorUnits; reason: string; by: string },
): Promise<Row<CreditNote> | Refusal | null> {
  const { invoice, amount, reason, by } = credit;
  if (amount === 0) return null;
  const issued = issuedOf(invoice);
  const before = await creditedSoFar(query, invoice.id);
  const totals = creditOf(contentOf(issued), before, mostToCredit(issued), { amount, lines: null });
  return isRefusal(totals)
    ? totals
    : writeCreditNote(ctx, query, { invoice: issued, totals, reason, forRefund: { by } });
}
