import { snapshotOf } from '../acceptances/agreed.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { formatAmount } from '../domain/money.ts';
import { type ComparedQuote, type QuoteChange, quoteDifferences } from '../domain/quote-difference.ts';
import { snapshotOfDraft } from './quote-snapshot-of.ts';
import type { Quote } from './quote.entity.ts';

/** What differs from the version before: what was sent there, against what was sent here or would be sent now. */
export async function changesOf(ctx: Ctx, quote: Row<Quote>): Promise<readonly QuoteChange[]> {
  if (quote.revisionOf === null) return [];
  const before = await ctx.load.quote.load(quote.revisionOf);
  return quoteDifferences(await comparedOf(ctx, before), await comparedOf(ctx, quote), (money) =>
    formatAmount(money, ctx.company.locale),
  );
}

async function comparedOf(ctx: Ctx, quote: Row<Quote>): Promise<ComparedQuote> {
  const content = quote.snapshot === null ? await snapshotOfDraft(ctx, quote, '') : snapshotOf(quote);
  return { ...content, validUntil: quote.validUntil };
}
