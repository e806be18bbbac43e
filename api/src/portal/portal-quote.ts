import { agreementOf, snapshotOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { isExpired } from '../domain/quote.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { notFound } from '../fault.ts';
import { discountView, money, moneyOrNull, recurringView, totalsView } from '../graphql/views.ts';
import { contentOf } from '../invoices/invoice-views.ts';
import { isIssued } from '../invoices/issued.ts';
import { isFreshQuoteRequested, portalMessages } from '../messages/portal-messages.ts';
import { changesOf } from '../quotes/changes.ts';
import { worthWith } from '../quotes/contract.ts';
import { linesView } from '../quotes/quote-views.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { requireQuoteLink } from '../staff/require.ts';
import { portalInvoiceStatus } from './portal-invoice-status.ts';
import type { PortalQuoteStatus } from './portal-quote.type.ts';
import { quoteOfLink, reachableQuotes, sentVersions } from './quote-of-link.ts';
import { shortened } from './shortened.ts';

/** The quote of the link, exactly as it was approved: everything but its status comes from the snapshot. */
export async function portalQuote(ctx: Ctx, number: string | null) {
  const link = requireQuoteLink(ctx);
  const quote = await quoteOfLink(ctx.db.read, link, number);
  if (quote.snapshot === null) throw notFound();
  return {
    ...contentView(ctx, snapshotOf(quote), quote),
    status: portalStatus(ctx, quote),
    acceptance: await acceptanceView(ctx, quote),
    // What nobody has signed has no invoices.
    invoices: quote.status === 'ACCEPTED' ? await invoicesView(ctx, quote.id) : [],
    contractValue: () => worthOf(ctx, quote),
    // Asked of the database only when the page asks for them.
    newerNumber: async () => {
      if (quote.cancelReason !== 'SUPERSEDED') return null;
      const [newest] = await sentVersions(ctx.db.read, link, quote);
      return newest === undefined || newest.id === quote.id ? null : newest.number;
    },
    // A version that went to another mailbox stays closed, and with it what was written about it.
    changes: async () =>
      (await reachableQuotes(ctx.db.read, link)).includes(quote.revisionOf ?? '')
        ? changesOf(ctx, quote)
        : [],
    messages: async () => portalMessages(ctx, await reachableQuotes(ctx.db.read, link)),
    freshQuoteRequested: () => isFreshQuoteRequested(ctx, quote),
  };
}

/** What the snapshot says, as the contract shows it; the preview of a draft shows the same. */
export function contentView(ctx: Ctx, snapshot: QuoteSnapshot, quote: Row<Quote>) {
  const { currency } = snapshot;
  return {
    ...snapshot,
    customerName: snapshot.customer.name,
    sentTo: shortened(quote.sentTo ?? snapshot.customer.email),
    addendum: snapshot.change && {
      ...snapshot.change,
      contractBefore: money(snapshot.change.contractBefore, currency),
    },
    discount: discountView(snapshot.discount, currency),
    lines: linesView(snapshot.lines, currency),
    options: snapshot.options.map((option) => ({ ...option, price: money(option.price, currency) })),
    stages: snapshot.stages.map((stage) => ({ ...stage, fixedAmount: moneyOrNull(stage.amount, currency) })),
    validUntil: quote.validUntil,
    revisionHash: quote.snapshotHash ?? '',
    pdfUrl: documentAddress(ctx, 'quotes', quote.id),
    evidenceUrl: quote.status === 'ACCEPTED' ? documentAddress(ctx, 'evidence', quote.id) : null,
  };
}

/** What is agreed now, with every change that was signed since. */
async function worthOf(ctx: Ctx, quote: Row<Quote>) {
  if (quote.status !== 'ACCEPTED' || quote.changeOf !== null) return null;
  return money(worthWith(quote, await ctx.load.changesOfQuote.load(quote.id)), quote.currency);
}

/** Where a quote stands for its customer. */
export function portalStatus(ctx: Ctx, quote: Row<Quote>): PortalQuoteStatus {
  if (quote.status === 'ACCEPTED') return 'ACCEPTED';
  if (isExpired(quote, ctx.today)) return 'EXPIRED';
  if (quote.status === 'OPEN') return 'OPEN';
  if (quote.cancelReason === 'DECLINED' || quote.cancelReason === 'SUPERSEDED') return quote.cancelReason;
  return 'CANCELED';
}

async function acceptanceView(ctx: Ctx, quote: Row<Quote>) {
  if (quote.status !== 'ACCEPTED') return null;
  const [acceptance] = await ctx.load.acceptancesOfQuote.load(quote.id);
  if (acceptance === undefined) return null;
  const { choices, price } = agreementOf(quote, acceptance);
  return {
    ...acceptance,
    onBehalf: acceptance.method === 'ON_BEHALF',
    choices,
    totals: totalsView(price.totals, acceptance.currency),
    recurring: recurringView(price.recurring, acceptance.currency),
  };
}

async function invoicesView(ctx: Ctx, quoteId: string) {
  const invoices = await ctx.load.invoicesOfQuote.load(quoteId);
  return invoices.filter(isIssued).map((invoice) => ({
    number: invoice.number,
    stageLabel: contentOf(invoice).stage?.label ?? '',
    status: portalInvoiceStatus(invoice.status),
    total: money(invoice.gross, invoice.currency),
    dueDate: invoice.dueDate,
  }));
}
