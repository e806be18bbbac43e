import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { type QuoteAction, quoteActions } from '../domain/quote.ts';
import { actorMay } from '../staff/require.ts';
import { reasonsFor, sendingRefusal } from './quote-approval.ts';
import type { Quote } from './quote.entity.ts';

const isUndecided = ({ status }: Row<Quote>): boolean => status === 'DRAFT' || status === 'AWAITING_APPROVAL';

/** Why somebody has to look at it before it is sent; nothing any more once it is decided. */
export async function approvalReasonsOf(ctx: Ctx, quote: Row<Quote>) {
  if (!isUndecided(quote)) return [];
  return reasonsFor(ctx, quote, await ctx.load.customer.load(quote.customerId));
}

/** What the person who asks can do with the quote now. */
export async function actionsOf(ctx: Ctx, quote: Row<Quote>): Promise<QuoteAction[]> {
  // What is left of it is for the books.
  if (quote.erasureId !== null) return [];
  const { status, validUntil, cancelReason, number } = quote;
  const isArchived = quote.archivedAt !== null;
  const standing = {
    status,
    validUntil,
    cancelReason,
    number,
    isArchived,
    isChange: quote.changeOf !== null,
  };
  const maySend =
    isUndecided(quote) && sendingRefusal(ctx, quote, await ctx.load.customer.load(quote.customerId)) === null;
  return quoteActions(
    { ...standing, isNewest: await isNewest(ctx, quote) },
    { may: actorMay(ctx), maySend },
    ctx.today,
  );
}

/** Drafts that came to nothing do not count: the version before is the newest again. */
async function isNewest(ctx: Ctx, quote: Row<Quote>): Promise<boolean> {
  const family = await ctx.load.standingsOfFamily.load(quote.familyId);
  return family.every(
    (other) => other.id <= quote.id || (other.status === 'CANCELED' && other.number === null),
  );
}
