import { snapshotOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { isOverdue } from '../domain/invoice.ts';
import { notFound } from '../fault.ts';
import { money } from '../graphql/views.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { contentOf } from '../invoices/invoice-views.ts';
import { issuedOf } from '../invoices/issued.ts';
import type { ReceiptContent } from '../payments/receipt-content.ts';
import { findQuote } from '../quotes/find-quote.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { isQuoteLink, type QuoteLinkActor, requireLink } from '../staff/require.ts';
import { invoiceOfLink } from './invoice-of-link.ts';
import { portalInvoiceStatus } from './portal-invoice-status.ts';
import { portalStatus } from './portal-quote.ts';
import { sentVersions } from './quote-of-link.ts';

/** More than any offer has; what a link can ask for has an end. */
const most = 500;

/** What the customer can keep of the offer that the link opens, and of no other: a link never opens a whole account. */
export async function portalRecords(ctx: Ctx) {
  const link = requireLink(ctx);
  if (link.purpose === 'INVOICE') return ofInvoice(ctx);
  if (!isQuoteLink(link)) throw notFound();
  const versions = await versionsOf(ctx, link);
  const [newest] = versions;
  if (newest === undefined) throw notFound();
  const ids = versions.map(({ id }) => id);
  const invoices = await ctx.db.read
    .selectFrom('invoice')
    .selectAll()
    .where('quoteId', 'in', ids)
    .where('number', 'is not', null)
    .orderBy('id')
    .limit(most)
    .execute();
  return {
    company: snapshotOf(newest).company,
    versions: versions.map((version) => versionView(ctx, version)),
    ...(await onPaper(ctx, invoices)),
  };
}

async function ofInvoice(ctx: Ctx) {
  const invoice = await invoiceOfLink(ctx, null);
  return { company: contentOf(invoice).company, versions: [], ...(await onPaper(ctx, [invoice])) };
}

/** Newest first; the link's own is always among them. */
async function versionsOf(ctx: Ctx, link: QuoteLinkActor): Promise<Row<Quote>[]> {
  const own = await findQuote(ctx.db.read, link.quoteId);
  if (own === undefined) return [];
  const versions = await sentVersions(ctx.db.read, link, own);
  return versions.some(({ id }) => id === own.id) ? versions : [...versions, own];
}

const versionView = (ctx: Ctx, quote: Row<Quote>) => ({
  number: quote.number ?? '',
  title: snapshotOf(quote).title,
  status: portalStatus(ctx, quote),
  sentAt: quote.approvedAt ?? quote.createdAt,
  signedAt: quote.acceptedAt,
  pdfUrl: documentAddress(ctx, 'quotes', quote.id),
});

async function onPaper(ctx: Ctx, invoices: readonly Row<Invoice>[]) {
  return {
    invoices: invoiceRecords(ctx, invoices),
    receipts: await receiptsOf(
      ctx,
      invoices.map(({ id }) => id),
    ),
  };
}

/** Issued invoices among the records. */
export const invoiceRecords = (ctx: Ctx, invoices: readonly Row<Invoice>[]) =>
  invoices.map(issuedOf).map((invoice) => ({
    number: invoice.number,
    subject: contentOf(invoice).subject,
    stageLabel: contentOf(invoice).stage?.label ?? null,
    status: portalInvoiceStatus(invoice.status),
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    isOverdue: isOverdue(invoice, ctx.today),
    total: money(invoice.gross, invoice.currency),
    balance: money(invoice.balance, invoice.currency),
    pdfUrl: documentAddress(ctx, 'invoices', invoice.id),
  }));

/** Receipts of these invoices, oldest first. */
export async function receiptsOf(ctx: Ctx, invoiceIds: readonly string[]) {
  if (invoiceIds.length === 0) return [];
  const receipts = await ctx.db.read
    .selectFrom('receipt')
    .select(['id', 'number', 'issuedAt', 'content'])
    .where('invoiceId', 'in', invoiceIds)
    .orderBy('id')
    .limit(most)
    .execute();
  return receipts.map(({ id, number, issuedAt, content }) => {
    const { invoiceNumber, amount, currency } = JSON.parse(content) as ReceiptContent;
    const pdfUrl = documentAddress(ctx, 'receipts', id);
    return { number, issuedAt, invoiceNumber, amount: money(amount, currency), pdfUrl };
  });
}
