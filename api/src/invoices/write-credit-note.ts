import { record } from '../audit/audit.ts';
import { actorName, type Ctx } from '../context.ts';
import { nextInSeries } from '../db/counter.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { afterCredit, type CreditNoteContent, creditNoteContent } from '../domain/credit-note.ts';
import { balance } from '../domain/invoice.ts';
import { creditNoteSeries, serialNumber } from '../domain/numbering.ts';
import type { Totals } from '../domain/pricing.ts';
import { failpoint } from '../failpoint.ts';
import { addCredit } from '../ledger/customer-credit.ts';
import { post } from '../ledger/post.ts';
import { mailboxNow } from '../mails/mail-standing.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { publish } from '../outbox/events.ts';
import { moveSums } from '../payments/allocate.ts';
import { logStep } from '../payments/log.ts';
import type { CreditNote } from './credit-note.entity.ts';
import { contentOf } from './invoice-views.ts';
import type { IssuedInvoice } from './issued.ts';

export type CreditToWrite = {
  /** As it was just read. */
  invoice: IssuedInvoice;
  /** What is taken off, as domain/credit-note.ts allowed it. */
  totals: Totals;
  reason: string;
  /** For a refund: all of it is freed of paid money, the refund's own mail brings it, and who gives back is named. */
  forRefund?: { by: string };
};

/** What the credit notes of an invoice took off it so far. */
export async function creditedSoFar(query: Sql, invoiceId: string): Promise<Totals[]> {
  const notes = await query
    .selectFrom('creditNote')
    .select('content')
    .where('invoiceId', '=', invoiceId)
    .execute();
  return notes.map(({ content }) => (JSON.parse(content) as CreditNoteContent).totals);
}

/**
 * Writes a credit note with its number, its postings, its history and its mail in the caller's transaction. What the invoice
 * needs no more of what was paid becomes the customer's credit.
 */
export async function writeCreditNote(
  ctx: Ctx,
  query: Sql,
  { invoice, totals, reason, forRefund }: CreditToWrite,
): Promise<Row<CreditNote>> {
  const { credited, paid, freed } = afterCredit(
    invoice,
    totals.gross,
    forRefund === undefined ? 'WHAT_IS_TOO_MUCH' : 'ALL',
  );
  await moveSums(ctx, query, invoice, { credited, paid });
  const series = creditNoteSeries(ctx.today);
  const serial = await nextInSeries(query, series);
  failpoint('credit-note.after-number');
  const content = creditNoteContent({
    invoice: contentOf(invoice),
    invoiceNumber: invoice.number,
    invoiceDate: invoice.issueDate,
    totals,
    reason,
    toCredit: freed,
    balanceAfter: balance({ ...invoice, credited, paid }),
  });
  const note: Row<CreditNote> = {
    id: ctx.ids.id(),
    number: serialNumber(series, serial),
    series,
    serial,
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    currency: invoice.currency,
    gross: totals.gross,
    reason,
    content: JSON.stringify(content),
    issueDate: ctx.today,
    issuedAt: ctx.now,
    issuedBy: forRefund?.by ?? actorName(ctx.actor),
    erasureId: null,
  };
  await query.insertInto('creditNote').values(note).execute();
  const { currency, customerId } = invoice;
  const about = { currency, customerId, invoiceId: invoice.id, creditNoteId: note.id, by: note.issuedBy };
  await post(
    ctx,
    query,
    { ...about, kind: 'CREDITED', amount: totals.gross },
    { ...about, kind: 'FREED', amount: freed },
  );
  await addCredit(query, { customerId, currency, amount: freed });
  await tell(ctx, query, invoice, note, freed);
  if (forRefund === undefined) await mailNote(ctx, query, invoice, note);
  return note;
}

async function tell(
  ctx: Ctx,
  query: Sql,
  invoice: IssuedInvoice,
  note: Row<CreditNote>,
  freed: number,
): Promise<void> {
  await logStep(ctx, query, {
    payment: { id: null, invoiceId: invoice.id, method: null },
    kind: 'CREDITED',
    actor: note.issuedBy,
    reference: note.number,
    note: note.reason,
  });
  await record(ctx, query, {
    action: 'credit_note.issued',
    text: `Credit note ${note.number} on invoice ${invoice.number}: ${note.reason}`,
    ...(invoice.quoteId !== null && { quoteId: invoice.quoteId }),
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    facts: { creditNoteId: note.id, gross: note.gross, freed },
    actor: note.issuedBy,
  });
  await publish(ctx, query, {
    type: 'credit_note.issued',
    data: { creditNoteId: note.id, number: note.number, invoiceId: invoice.id, gross: note.gross, freed },
  });
}

const mailNote = async (
  ctx: Ctx,
  query: Sql,
  invoice: IssuedInvoice,
  note: Row<CreditNote>,
): Promise<string[]> =>
  queueMails(ctx, query, {
    kind: 'CREDIT_NOTE',
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    creditNoteId: note.id,
    recipient: await mailboxNow(query, invoice.customerId, invoice.recipient),
    dedupeKey: `credit-note:${note.id}`,
  });
