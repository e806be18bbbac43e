import { record } from '../audit/audit.ts';
import { actorName, type Ctx } from '../context.ts';
import { nextInSeries } from '../db/counter.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { statement } from '../db/statement.ts';
import { dueDate, type InvoiceContent, standingOf } from '../domain/invoice.ts';
import { minor } from '../domain/money.ts';
import { invoiceSeries, serialNumber } from '../domain/numbering.ts';
import { searchKey } from '../domain/search-key.ts';
import { failpoint } from '../failpoint.ts';
import { post } from '../ledger/post.ts';
import { mailboxNow } from '../mails/mail-standing.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { publish } from '../outbox/events.ts';
import type { PaymentLog } from '../payments/payment-log.entity.ts';
import type { Invoice } from './invoice.entity.ts';
import type { IssuedInvoice } from './issued.ts';
import { awaitApproval } from './await-approval.ts';

export type NewInvoice = Pick<
  Row<Invoice>,
  'kind' | 'acceptanceId' | 'quoteId' | 'customerId' | 'stagePosition' | 'recipient' | 'sourceEvent'
> & {
  content: InvoiceContent;
  /** Why somebody has to approve it first; none when it goes out at once. */
  reasons: readonly string[];
};

/**
 * Writes an invoice in the caller's transaction: issued with its gap-free number, or without one while somebody has to
 * approve it. The unique index over acceptance and stage lets one of two callers win, whatever happens above.
 */
export async function writeInvoice(ctx: Ctx, query: Sql, made: NewInvoice): Promise<Row<Invoice>> {
  const { content, reasons, ...about } = made;
  const row: Row<Invoice> = {
    id: ctx.ids.id(),
    ...about,
    ...columnsOf(content),
    number: null,
    series: null,
    serial: null,
    status: 'AWAITING_APPROVAL',
    isOpen: 0,
    issueDate: null,
    dueDate: null,
    approvalReasons: JSON.stringify(reasons),
    createdAt: ctx.now,
    createdBy: actorName(ctx.actor),
    issuedAt: null,
    erasureId: null,
  };
  if (reasons.length > 0) {
    await insertInvoice(query, row);
    await awaitApproval(ctx, query, row, reasons);
    return row;
  }
  const invoice = { ...row, ...(await officialColumns(ctx, query, row)) };
  await insertInvoice(query, invoice);
  failpoint('sign.after-invoice');
  await tellIssued(ctx, query, invoice);
  return invoice;
}

/** The columns that follow from what an invoice says, before anything happened to it. */
export function columnsOf(content: InvoiceContent) {
  const { customer, currency, totals } = content;
  return {
    customerName: customer.name,
    customerKey: searchKey(customer.name),
    currency,
    gross: totals.gross,
    paid: minor(0),
    credited: minor(0),
    writtenOff: minor(0),
    balance: totals.gross,
    content: JSON.stringify(content),
  };
}

/** What makes an invoice an official record: its number and its days. */
export async function officialColumns(ctx: Ctx, query: Sql, invoice: Row<Invoice>) {
  const series = invoiceSeries(ctx.today);
  const serial = await nextInSeries(query, series);
  failpoint('sign.after-number');
  const { paymentTermsDays } = JSON.parse(invoice.content) as InvoiceContent;
  return {
    number: serialNumber(series, serial),
    series,
    serial,
    issueDate: ctx.today,
    dueDate: dueDate(ctx.today, paymentTermsDays),
    issuedAt: ctx.now,
    ...standingOf(invoice),
  };
}

/** The log, the history, the book and the event of an invoice that was issued now. */
export async function tellIssued(ctx: Ctx, query: Sql, invoice: IssuedInvoice): Promise<void> {
  const { stage, subject } = JSON.parse(invoice.content) as InvoiceContent;
  await insertLogEntry(query, {
    id: ctx.ids.id(),
    invoiceId: invoice.id,
    paymentId: null,
    at: ctx.now,
    kind: 'INVOICE_ISSUED',
    actor: actorName(ctx.actor),
    method: null,
    reference: invoice.number,
    note: null,
    erasureId: null,
  });
  await record(ctx, query, {
    action: 'invoice.issued',
    text: `Invoice ${invoice.number} issued: ${stage?.label ?? subject}`,
    ...(invoice.quoteId !== null && { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    actor: ctx.actor.kind === 'staff' ? ctx.actor.name : 'System',
  });
  await post(ctx, query, {
    kind: 'INVOICED',
    amount: invoice.gross,
    currency: invoice.currency,
    customerId: invoice.customerId,
    invoiceId: invoice.id,
  });
  await publish(ctx, query, {
    type: 'invoice.issued',
    data: { invoiceId: invoice.id, number: invoice.number, gross: invoice.gross },
  });
}

const insertInvoice = statement((query, row: Row<Invoice>) => query.insertInto('invoice').values(row));
const insertLogEntry = statement((query, row: Row<PaymentLog>) => query.insertInto('paymentLog').values(row));

/** The mail that brings an issued invoice. */
export const mailInvoice = async (ctx: Ctx, query: Sql, invoice: Row<Invoice>): Promise<string[]> =>
  queueMails(ctx, query, {
    kind: 'INVOICE',
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    recipient: await mailboxNow(query, invoice.customerId, invoice.recipient),
    dedupeKey: `invoice:${invoice.id}`,
  });
