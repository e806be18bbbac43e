import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { nextInSeries } from '../db/counter.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type InvoiceContent, isOwed } from '../domain/invoice.ts';
import { formatAmount, type MinorUnits, minor } from '../domain/money.ts';
import { receiptSeries, serialNumber } from '../domain/numbering.ts';
import { failpoint } from '../failpoint.ts';
import type { IssuedInvoice } from '../invoices/issued.ts';
import { addCredit } from '../ledger/customer-credit.ts';
import { post } from '../ledger/post.ts';
import { mailboxNow } from '../mails/mail-standing.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { publish } from '../outbox/events.ts';
import { type NewReviewItem, raise } from '../review/raise.ts';
import { settleItemsOfPayment } from '../review/settle-by-action.ts';
import { moveSums } from './allocate.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';
import type { ReceiptContent } from './receipt-content.ts';

export type Confirmation = {
  payment: Row<Payment>;
  invoice: IssuedInvoice;
  /** `Stripe` or the name of the member of staff. */
  by: string;
  reference: string | null;
  /** Money that is not what was asked for: all of it is the customer's credit, and this is what staff are told. */
  differing?: Pick<NewReviewItem, 'kind' | 'title' | 'facts'>;
};

/**
 * Money is there, once: the payment is confirmed, the invoice is paid as far as the money goes, what is more becomes the
 * customer's credit, the receipt is written with its number and promised by mail, all in the caller's transaction. Returns
 * false when the payment was confirmed before; then nothing happens. An invoice that owes nothing stays as it is: all of the
 * money is credit then, and there is no receipt for it.
 */
export async function confirmPayment(ctx: Ctx, query: Sql, confirmation: Confirmation): Promise<boolean> {
  const { payment, invoice, by, reference, differing } = confirmation;
  const open = isOwed(invoice.status) && differing === undefined ? invoice.balance : minor(0);
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
    ...(invoice.quoteId === null ? {} : { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    facts: { paymentId: payment.id, amount: payment.amount, method: payment.method, reference },
    actor: by,
  });
  await bookMoney(ctx, query, confirmation, allocated);
  if (allocated > 0) {
    await moveSums(ctx, query, invoice, { paid: minor(invoice.paid + allocated) });
    const toCredit = minor(payment.amount - allocated);
    await writeReceipt(ctx, query, confirmation, { balanceAfter: minor(open - allocated), toCredit });
  }
  return true;
}

/** The postings, and what is more than the invoice owes as the customer's credit with somebody to look at it. */
async function bookMoney(
  ctx: Ctx,
  query: Sql,
  confirmation: Confirmation,
  allocated: MinorUnits,
): Promise<void> {
  const { payment, invoice, by, reference, differing } = confirmation;
  const rest = minor(payment.amount - allocated);
  const about = {
    currency: payment.currency,
    customerId: invoice.customerId,
    invoiceId: invoice.id,
    paymentId: payment.id,
    by,
  };
  await post(
    ctx,
    query,
    { ...about, kind: 'PAID', amount: allocated },
    { ...about, kind: 'OVERPAID', amount: rest },
  );
  await publish(ctx, query, {
    type: 'payment.confirmed',
    data: { paymentId: payment.id, invoiceId: invoice.id, amount: payment.amount, allocated },
  });
  if (rest === 0) return;
  await addCredit(query, { customerId: invoice.customerId, currency: payment.currency, amount: rest });
  const kind = differing === undefined ? 'OVERPAID' : 'UNALLOCATED';
  await logStep(ctx, query, { payment, kind, actor: by, reference });
  await raise(ctx, query, {
    ...(differing ?? itemAboutTooMuch(ctx, confirmation, allocated)),
    dedupeKey: `overpaid:${payment.id}`,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    paymentId: payment.id,
  });
}

function itemAboutTooMuch(
  ctx: Ctx,
  { payment, invoice, reference }: Confirmation,
  allocated: MinorUnits,
): Pick<NewReviewItem, 'kind' | 'title' | 'facts'> {
  const { locale } = ctx.company;
  const { amount, currency } = payment;
  const rest = minor(amount - allocated);
  return {
    kind: 'OVERPAYMENT',
    title: `More was paid than invoice ${invoice.number} owes`,
    facts: [
      {
        label: 'Amount',
        sent: formatAmount(payment, locale),
        approved: formatAmount({ amount: allocated, currency }, locale),
      },
      { label: 'Customer’s credit', sent: formatAmount({ amount: rest, currency }, locale), approved: null },
      { label: 'Reference', sent: reference, approved: invoice.number },
    ],
  };
}

async function writeReceipt(
  ctx: Ctx,
  query: Sql,
  confirmation: Confirmation,
  rest: Pick<ReceiptContent, 'balanceAfter' | 'toCredit'>,
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
    ...rest,
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
      erasureId: null,
    })
    .execute();
  failpoint('settle.after-receipt');
  await queueMails(ctx, query, {
    kind: 'RECEIPT',
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    receiptId: id,
    recipient: await mailboxNow(query, invoice.customerId, invoice.recipient),
    dedupeKey: `receipt:${id}`,
  });
}
