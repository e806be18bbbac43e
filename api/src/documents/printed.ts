import type { Acceptance } from '../acceptances/acceptance.entity.ts';
import { onBehalfOf } from '../acceptances/acceptance-of.ts';
import { agreementOf, snapshotOf } from '../acceptances/agreed.ts';
import { readBlob } from '../attachments/blobs.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { CreditNoteContent } from '../domain/credit-note.ts';
import type { InvoiceContent } from '../domain/invoice.ts';
import type { Party } from '../domain/quote-snapshot.ts';
import { today } from '../domain/zone.ts';
import { whatFor } from '../letters/invoice-mail.ts';
import type { PrintedDocument } from '../letters/printed-document.ts';
import { printCreditNote } from '../letters/print-credit-note.ts';
import { printInvoice } from '../letters/print-invoice.ts';
import { printQuote } from '../letters/print-quote.ts';
import { printReceipt } from '../letters/print-receipt.ts';
import { printSignedQuote } from '../letters/print-signed-quote.ts';
import { isIssued } from '../invoices/issued.ts';
import type { ReceiptContent } from '../payments/receipt-content.ts';
import { snapshotOfDraft } from '../quotes/quote-snapshot-of.ts';

export const logoOf = async (ctx: Ctx, { logo }: Party): Promise<Uint8Array | null> =>
  logo === null ? null : ((await readBlob(ctx.db.read, logo))?.bytes ?? null);

const quoteOf = (ctx: Ctx, id: string) =>
  ctx.db.read.selectFrom('quote').selectAll().where('id', '=', id).executeTakeFirst();

export async function printDraft(ctx: Ctx, id: string): Promise<PrintedDocument | null> {
  const quote = await quoteOf(ctx, id);
  if (quote === undefined) return null;
  const snapshot = await snapshotOfDraft(ctx, quote, '');
  return printQuote(snapshot, {
    issueDate: ctx.today,
    validUntil: quote.validUntil,
    isDraft: true,
    locale: ctx.company.locale,
    logo: await logoOf(ctx, snapshot.company),
  });
}

/** The quote as it was offered, or as it was signed. */
export async function printQuoteRow(ctx: Ctx, id: string): Promise<PrintedDocument | null> {
  const quote = await quoteOf(ctx, id);
  if (quote === undefined || quote.snapshot === null) return null;
  const snapshot = snapshotOf(quote);
  const acceptance = await ctx.db.read
    .selectFrom('acceptance')
    .selectAll()
    .where('quoteId', '=', id)
    .executeTakeFirst();
  const { locale } = ctx.company;
  const logo = await logoOf(ctx, snapshot.company);
  if (acceptance === undefined) {
    const issueDate = today(new Date(quote.approvedAt ?? quote.createdAt), snapshot.timeZone);
    return printQuote(snapshot, { issueDate, validUntil: quote.validUntil, isDraft: false, locale, logo });
  }
  const { choices, price } = agreementOf(quote, acceptance);
  const signedAt = new Date(acceptance.signedAt);
  const { strokes, ip, userAgent } = JSON.parse(acceptance.evidence) as {
    strokes: number[][];
    ip: string;
    userAgent: string;
  };
  return printSignedQuote(snapshot, {
    name: acceptance.signerName,
    email: acceptance.signerEmail,
    method: acceptance.method,
    onBehalf: onBehalfOf(acceptance),
    strokes,
    choices,
    price,
    signedAt,
    signedOn: onBehalfOf(acceptance)?.signedOn ?? today(signedAt, snapshot.timeZone),
    proof: acceptance.proof,
    ip,
    userAgent,
    openedAt: await openedBefore(ctx, acceptance),
    evidenceHash: acceptance.evidenceHash,
    revisionHash: acceptance.revisionHash,
    signature: acceptance.signature,
    keyId: acceptance.keyId,
    verifyUrl: `${ctx.config.publicUrl}/verify`,
    locale,
    logo,
  });
}

/** When people had the quote before their eyes until it was signed; what machines fetched is not asked for. */
async function openedBefore(ctx: Ctx, { quoteId, signedAt }: Row<Acceptance>): Promise<Date[]> {
  const visits = await ctx.db.read
    .selectFrom('linkVisit')
    .select('at')
    .where('quoteId', '=', quoteId)
    .where('kind', '=', 'OPENED')
    .where('at', '<=', signedAt)
    .orderBy('at')
    .execute();
  return visits.map(({ at }) => new Date(at));
}

export async function printInvoiceRow(ctx: Ctx, id: string): Promise<PrintedDocument | null> {
  const invoice = await ctx.db.read.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirst();
  if (invoice === undefined || invoice.erasureId !== null || !isIssued(invoice)) return null;
  const content = JSON.parse(invoice.content) as InvoiceContent;
  const logo = await logoOf(ctx, content.company);
  return printInvoice(content, { ...invoice, locale: ctx.company.locale, logo });
}

export async function printReceiptRow(ctx: Ctx, id: string): Promise<PrintedDocument | null> {
  const receipt = await ctx.db.read
    .selectFrom('receipt')
    .innerJoin('invoice', 'invoice.id', 'receipt.invoiceId')
    .select(['receipt.number', 'receipt.content', 'receipt.issuedAt', 'receipt.erasureId'])
    .select('invoice.content as invoiceContent')
    .where('receipt.id', '=', id)
    .executeTakeFirst();
  if (receipt === undefined || receipt.erasureId !== null) return null;
  const invoice = JSON.parse(receipt.invoiceContent) as InvoiceContent;
  const content = JSON.parse(receipt.content) as ReceiptContent;
  return printReceipt({
    ...content,
    number: receipt.number,
    issueDate: today(new Date(receipt.issuedAt), ctx.company.timeZone),
    quoteNumber: invoice.stage?.quoteNumber ?? null,
    whatFor: whatFor(invoice),
    locale: ctx.company.locale,
    logo: await logoOf(ctx, content.company),
  });
}

export async function printCreditNoteRow(ctx: Ctx, id: string): Promise<PrintedDocument | null> {
  const note = await ctx.db.read.selectFrom('creditNote').selectAll().where('id', '=', id).executeTakeFirst();
  if (note === undefined || note.erasureId !== null) return null;
  const content = JSON.parse(note.content) as CreditNoteContent;
  return printCreditNote(content, {
    number: note.number,
    issueDate: note.issueDate,
    locale: ctx.company.locale,
    logo: await logoOf(ctx, content.company),
  });
}
