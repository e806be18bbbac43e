import type { Ctx } from '../context.ts';

/** The history of a quote and its invoices, oldest first; a long one ends after 500 entries. */
export async function timelineOfQuote(ctx: Ctx, quoteId: string) {
  return ctx.db.read
    .selectFrom('audit')
    .select(['id', 'at', 'actor', 'text'])
    .where('quoteId', '=', quoteId)
    .orderBy('id')
    .limit(500)
    .execute();
}
