import { agreementOf, snapshotOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { InvoiceContent } from '../domain/invoice.ts';
import { isExpired } from '../domain/quote.ts';
import { today } from '../domain/zone.ts';
import type { PrintedDocument } from '../letters/printed-document.ts';
import { printInvoice } from '../letters/print-invoice.ts';
import { printQuote } from '../letters/print-quote.ts';
import { printReceipt } from '../letters/print-receipt.ts';
import { printSignedQuote } from '../letters/print-signed-quote.ts';
import type { ReceiptContent } from '../payments/receipt-content.ts';

/** What goes to the printer, and whether it will ever look different. */
export type Printed = { document: PrintedDocument; isFinal: boolean };

export async function printQuoteRow(ctx: Ctx, id: string): Promise<Printed | null> {
  const { locale } = ctx.company;
  const quote = await ctx.db.read.selectFrom('quote').selectAll().where('id', '=', id).executeTakeFirst();
  if (quote === undefined || quote.snapshot === null) return null;
  const snapshot = snapshotOf(quote);
  const acceptance = await ctx.db.read
    .selectFrom('acceptance')
    .selectAll()
    .where('quoteId', '=', id)
    .executeTakeFirst();
  if (acceptance === undefined) {
    const issueDate = today(new Date(quote.approvedAt ?? quote.createdAt), snapshot.timeZone);
    const status = isExpired(quote, ctx.today)
      ? 'EXPIRED'
      : quote.status === 'CANCELED'
        ? 'CANCELED'
        : 'OPEN';
    return {
      document: printQuote(snapshot, { issueDate, validUntil: quote.validUntil, status, locale }),
      isFinal: false,
    };
  }
  const { optionIds, agreed } = agreementOf(quote, acceptance);
  const signedAt = new Date(acceptance.signedAt);
  const { strokes } = JSON.parse(acceptance.evidence) as { strokes: number[][] };
  const document = printSignedQuote(snapshot, {
    name: acceptance.signerName,
    email: acceptance.signerEmail,
    method: acceptance.method,
    strokes,
    optionIds,
    totals: agreed.totals,
    signedAt,
    signedOn: today(signedAt, snapshot.timeZone),
    evidenceHash: acceptance.evidenceHash,
    revisionHash: acceptance.revisionHash,
    locale,
  });
  return { document, isFinal: true };
}

export async function printInvoiceRow(ctx: Ctx, id: string): Promise<Printed | null> {
  const invoice = await ctx.db.read.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirst();
  if (invoice === undefined) return null;
  const content = JSON.parse(invoice.content) as InvoiceContent;
  return { document: printInvoice(content, { ...invoice, locale: ctx.company.locale }), isFinal: true };
}

export async function printReceiptRow(ctx: Ctx, id: string): Promise<Printed | null> {
  const receipt = await ctx.db.read
    .selectFrom('receipt')
    .innerJoin('invoice', 'invoice.id', 'receipt.invoiceId')
    .select(['receipt.number', 'receipt.content', 'receipt.issuedAt', 'invoice.content as invoiceContent'])
    .where('receipt.id', '=', id)
    .executeTakeFirst();
  if (receipt === undefined) return null;
  const invoice = JSON.parse(receipt.invoiceContent) as InvoiceContent;
  const document = printReceipt({
    ...(JSON.parse(receipt.content) as ReceiptContent),
    number: receipt.number,
    issueDate: today(new Date(receipt.issuedAt), ctx.company.timeZone),
    quoteNumber: invoice.quoteNumber,
    quoteTitle: invoice.quoteTitle,
    stageLabel: invoice.stageLabel,
    locale: ctx.company.locale,
  });
  return { document, isFinal: true };
}
