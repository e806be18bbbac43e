import type { Acceptance } from '../acceptances/acceptance.entity.ts';
import { record } from '../audit/audit.ts';
import { actorName, type Ctx } from '../context.ts';
import { nextInSeries } from '../db/counter.ts';
import type { Sql } from '../db/database.ts';
import { dueDate, invoiceOfStage } from '../domain/invoice.ts';
import { minor } from '../domain/money.ts';
import { invoiceSeries, serialNumber } from '../domain/numbering.ts';
import type { QuotePrice } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { failpoint } from '../failpoint.ts';
import { queueMails } from '../mails/queue-mails.ts';
import type { Row } from '../db/entities.ts';
import { statement } from '../db/statement.ts';
import type { PaymentLog } from '../payments/payment-log.entity.ts';
import type { Invoice } from './invoice.entity.ts';

export type StageToIssue = {
  acceptance: Pick<Row<Acceptance>, 'id' | 'quoteId'>;
  customerId: string;
  snapshot: QuoteSnapshot;
  price: QuotePrice;
  /** From 1. */
  position: number;
};

/**
 * Writes the invoice of one stage with its gap-free number, its log entry and its history, in the caller's
 * transaction. The unique index over acceptance and stage lets one of two callers win, whatever happens above.
 */
export async function issueStage(ctx: Ctx, query: Sql, stage: StageToIssue): Promise<Row<Invoice>> {
  const { snapshot, acceptance, position } = stage;
  const content = invoiceOfStage({
    snapshot,
    agreedTotals: stage.price.totals,
    position,
    bankDetails: JSON.parse(ctx.company.bankDetails) as string[],
  });
  const series = invoiceSeries(ctx.today);
  const serial = await nextInSeries(query, series);
  failpoint('sign.after-number');
  const invoice: Row<Invoice> = {
    id: ctx.ids.id(),
    number: serialNumber(series, serial),
    series,
    serial,
    acceptanceId: acceptance.id,
    quoteId: acceptance.quoteId,
    customerId: stage.customerId,
    stagePosition: position,
    status: 'OPEN',
    currency: snapshot.currency,
    gross: content.totals.gross,
    paid: minor(0),
    issueDate: ctx.today,
    dueDate: dueDate(ctx.today, content.paymentTermsDays),
    content: JSON.stringify(content),
    sourceEvent: `acceptance:${acceptance.id}#stage-${position}`,
    issuedAt: ctx.now,
  };
  await insertInvoice(query, invoice);
  failpoint('sign.after-invoice');
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
  });
  await record(ctx, query, {
    action: 'invoice.issued',
    text: `Invoice ${invoice.number} issued: ${content.stageLabel}`,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    actor: ctx.actor.kind === 'staff' ? ctx.actor.name : 'System',
  });
  return invoice;
}

const insertInvoice = statement((query, row: Row<Invoice>) => query.insertInto('invoice').values(row));
const insertLogEntry = statement((query, row: Row<PaymentLog>) => query.insertInto('paymentLog').values(row));

/** The mail that brings an issued invoice; it goes to the mailbox that the quote was signed with. */
export const mailInvoice = (ctx: Ctx, query: Sql, invoice: Row<Invoice>, recipient: string): Promise<void> =>
  queueMails(ctx, query, {
    kind: 'INVOICE',
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    recipient,
    dedupeKey: `invoice:${invoice.id}`,
  });
