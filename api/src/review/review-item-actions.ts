import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { type ReviewAction, reviewActions } from '../domain/review.ts';
import { actionsOf } from '../quotes/quote-standing.ts';
import { actorMay } from '../staff/require.ts';
import type { ReviewItem } from './review-item.entity.ts';

/** What the person who asks can do about an item now. */
export async function actionsOfItem(ctx: Ctx, item: Row<ReviewItem>): Promise<ReviewAction[]> {
  if (item.resolvedAt !== null) return [];
  const quote = item.quoteId === null ? null : await ctx.load.quote.load(item.quoteId);
  const payment = item.paymentId === null ? null : await ctx.load.payment.load(item.paymentId);
  return reviewActions(
    {
      kind: item.kind,
      isSettled: false,
      quote: quote && {
        isSent: quote.sentTo !== null,
        isAccepted: quote.status === 'ACCEPTED',
        actions: await actionsOf(ctx, quote),
      },
      isClaim: payment?.status === 'CLAIMED',
      hasPayment: payment !== null,
    },
    actorMay(ctx),
  );
}
