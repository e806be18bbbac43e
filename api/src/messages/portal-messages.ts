import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { portalMessageKinds } from '../domain/quote-message.ts';
import type { Quote } from '../quotes/quote.entity.ts';

/** The conversation about these versions of an offer as their customer sees it; a long one ends after 200 messages. */
export const portalMessages = (ctx: Ctx, quoteIds: readonly string[]) =>
  ctx.db.read
    .selectFrom('quoteMessage')
    .select(['kind', 'text', 'at'])
    .where('quoteId', 'in', quoteIds)
    .where('kind', 'in', portalMessageKinds)
    .orderBy('id')
    .limit(200)
    .execute();

/** Whether the customer waits for a fresh quote; a newer version that was sent is the answer, and has its own page. */
export async function isFreshQuoteRequested(ctx: Ctx, quote: Row<Quote>): Promise<boolean> {
  const asked = await ctx.db.read
    .selectFrom('quoteMessage')
    .select('id')
    .where('quoteId', '=', quote.id)
    .where('kind', '=', 'FRESH_QUOTE_REQUEST')
    .limit(1)
    .executeTakeFirst();
  return asked !== undefined;
}
