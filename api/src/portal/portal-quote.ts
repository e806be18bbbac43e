import { agreementOf, snapshotOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { isExpired } from '../domain/quote.ts';
import { notFound } from '../fault.ts';
import { money, totalsView } from '../graphql/views.ts';
import { contentOf } from '../invoices/invoice-views.ts';
import { findQuote } from '../quotes/find-quote.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { linesView } from '../quotes/quote-views.ts';
import { requireQuoteLink } from '../staff/require.ts';
import type { PortalQuoteStatus } from './portal-quote.type.ts';

/** The quote of the link, exactly as it was approved: everything but its status comes from the snapshot. */
export async function portalQuote(ctx: Ctx) {
  const { quoteId } = requireQuoteLink(ctx);
  const quote = await findQuote(ctx.db.read, quoteId);
  if (quote === undefined || quote.snapshot === null) throw notFound();
  const snapshot = snapshotOf(quote);
  const { currency } = snapshot;
  return {
    ...snapshot,
    status: portalStatus(ctx, quote),
    customerName: snapshot.customer.name,
    sentTo: shortened(quote.sentTo ?? ''),
    lines: linesView(snapshot.lines, currency),
    options: snapshot.options.map((option) => ({ ...option, price: money(option.price, currency) })),
    validUntil: quote.validUntil,
    revisionHash: quote.snapshotHash,
    acceptance: await acceptanceView(ctx, quote),
    // What nobody has signed has no invoices.
    invoices: quote.status === 'ACCEPTED' ? await invoicesView(ctx, quote.id) : [],
    pdfUrl: documentAddress(ctx, 'quotes', quote.id),
  };
}

function portalStatus(ctx: Ctx, quote: Row<Quote>): PortalQuoteStatus {
  if (quote.status === 'ACCEPTED') return 'ACCEPTED';
  if (isExpired(quote, ctx.today) || quote.cancelReason === 'EXPIRED') return 'EXPIRED';
  return quote.status === 'OPEN' ? 'OPEN' : 'CANCELED';
}

async function acceptanceView(ctx: Ctx, quote: Row<Quote>) {
  if (quote.status !== 'ACCEPTED') return null;
  const [acceptance] = await ctx.load.acceptancesOfQuote.load(quote.id);
  if (acceptance === undefined) return null;
  const { optionIds, agreed } = agreementOf(quote, acceptance);
  return { ...acceptance, optionIds, totals: totalsView(agreed.totals, acceptance.currency) };
}

async function invoicesView(ctx: Ctx, quoteId: string) {
  const invoices = await ctx.load.invoicesOfQuote.load(quoteId);
  return invoices.map((invoice) => ({
    number: invoice.number,
    stageLabel: contentOf(invoice).stageLabel,
    status: invoice.status,
    total: money(invoice.gross, invoice.currency),
    dueDate: invoice.dueDate,
  }));
}

/** `ana@example.com` as `a…@example.com`: enough to know one's own address, too little to learn somebody else's. */
const shortened = (address: string): string =>
  `${address.slice(0, 1)}…${address.slice(address.lastIndexOf('@'))}`;
