import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { nextInSeries } from '../db/counter.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { balance, type InvoiceContent, statusAfter } from '../domain/invoice.ts';
import { type MinorUnits, minor } from '../domain/money.ts';
import { receiptSeries, serialNumber } from '../domain/numbering.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { failpoint } from '../failpoint.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { enqueue } from '../outbox/outbox.ts';
import { settleFailuresOfInvoice, settleItemsOfPayment } from '../review/settle-by-action.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';
import type { ReceiptContent } from './receipt-content.ts';

export type Confirmation = {
  payment: Row<Payment>;
  invoice: Row<Invoice>;
  /** `Stripe` or the name of the member of staff. */
  by: string;
  reference: string | null;
};

/**
 * Money is there, once: the payment is confirmed, the invoice is paid as far as the money goes, the receipt is written
 * with its number and promised by mail, all in the caller's transaction. Returns false when the payment was confirmed
 * before; then nothing happens.
 */
export async function confirmPayment(ctx: Ctx, query: Sql, confirmation: Confirmation): Promise<boolean> {
  const { payment, invoice, by, reference } = confirmation;
  const open = balance(invoice.gross, invoice.paid);
  const allocated = minor(Math.min(payment.amount, open));
  const { numUpdatedRows } = await query
    .updateTable('payment')
    .set({ status: 'CONFIRMED', confirmedAt: ctx.now, confirmedBy: by, reference, allocated, failure: null })
    .where('id', '=', payment.id)
    .where('status', 'not in', ['CONFIRMED', 'REJECTED'])
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  failpoint('settle.after-payment');
  await settleItemsOfPayment(ctx, query, payment.id, by, 'The money was confirmed.');
  await logStep(ctx, query, { payment, kind: 'CONFIRMED', actor: by, reference });
  await record(ctx, query, {
    action: 'payment.confirmed',
    text: `Payment of invoice ${invoice.number} confirmed`,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    facts: { paymentId: payment.id, amount: payment.amount, method: payment.method, reference },
    actor: by,
  });
  await allocate(ctx, query, invoice, allocated);
  if (allocated > 0) await writeReceipt(ctx, query, confirmation, minor(open - allocated));
  return true;
}

/** Adds to what is paid. The condition on the old sum makes a lost update impossible on either database. */
async function allocate(ctx: Ctx, query: Sql, invoice: Row<Invoice>, amount: MinorUnits): Promise<void> {
  const paid = minor(invoice.paid + amount);
  const status = statusAfter(invoice.gross, paid);
  const { numUpdatedRows } = await query
    .updateTable('invoice')
    .set({ paid, status })
    .where('id', '=', invoice.id)
    .where('paid', '=', invoice.paid)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
  if (status === 'PAID') await settleFailuresOfInvoice(ctx, query, invoice.id);
  // A page of the provider that is still open in another tab must not take money that is not owed any more.
  await enqueue(ctx, query, {
    name: 'expire-checkouts',
    payload: { invoiceId: invoice.id },
    dedupeKey: `expire-checkouts:${invoice.id}:${paid}`,
  });
}

async function writeReceipt(
  ctx: Ctx,
  query: Sql,
  confirmation: Confirmation,
  balanceAfter: MinorUnits,
): Promise<void> {
  const { payment, invoice, reference } = confirmation;
  const { company, customer } = JSON.parse(invoice.content) as InvoiceContent;
  const content: ReceiptContent = {
    company,
    customer,
    invoiceNumber: invoice.number,
    method: payment.method,
    amount: payment.amount,
    currency: payment.currency,
    reference,
    receivedOn: payment.receivedOn ?? ctx.today,
    balanceAfter,
  };
  const series = receiptSeries(ctx.today);
  const serial = await nextInSeries(query, series);
  const id = ctx.ids.id();
  await query
    .insertInto('receipt')
    .values({
      id,
      number: serialNumber(series, serial),
      series,
      serial,
      paymentId: payment.id,
      invoiceId: invoice.id,
      content: JSON.stringify(content),
      issuedAt: ctx.now,
    })
    .execute();
  failpoint('settle.after-receipt');
  await queueMails(ctx, query, {
    kind: 'RECEIPT',
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    receiptId: id,
    recipient: customer.email,
    dedupeKey: `receipt:${id}`,
  });
}
