import { snapshotOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import { notFound } from '../fault.ts';
import { findQuote } from '../quotes/find-quote.ts';
import { snapshotOfDraft } from '../quotes/quote-snapshot-of.ts';
import { requirePermission } from '../staff/require.ts';
import { contentView } from './portal-quote.ts';

/**
 * A quote as its customer would see it, for staff. It needs no link and leaves no track: nothing is counted as seen, and the
 * page can be tried out but not signed.
 */
export async function quotePreview(ctx: Ctx, id: string) {
  requirePermission(ctx, 'READ');
  const quote = await findQuote(ctx.db.read, id);
  if (quote === undefined) throw notFound();
  const snapshot = quote.snapshot === null ? await snapshotOfDraft(ctx, quote, '') : snapshotOf(quote);
  return {
    ...contentView(ctx, snapshot, quote),
    status: 'PREVIEW' as const,
    newerNumber: null,
    changes: [],
    acceptance: null,
    contractValue: null,
    invoices: [],
    messages: [],
    freshQuoteRequested: false,
  };
}
