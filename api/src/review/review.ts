import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { textProblem } from '../domain/text-limits.ts';
import { notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import type { ReviewItem } from './review-item.entity.ts';

/** Settles an item by hand, with what was done. A claim is settled by confirming or rejecting it, so that no money gets lost. */
export async function resolveReviewItem(
  ctx: Ctx,
  input: { id: string; resolution: string },
): Promise<Row<ReviewItem> | Refusal> {
  const staff = requirePermission(ctx, 'SETTLE_REVIEW');
  const problem = textProblem('resolution', input.resolution, 500, 1);
  if (problem !== null) return problem;
  return ctx.db.transaction(async ({ sql: query }) => {
    const item = await query
      .selectFrom('reviewItem')
      .selectAll()
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (item === undefined) throw notFound();
    if (item.kind === 'PAYMENT_CLAIM' && item.resolvedAt === null) {
      return refuse('INPUT_INVALID', 'Confirm or reject the payment; that settles this item.');
    }
    const settled = { resolvedAt: ctx.now, resolvedBy: staff.name, resolution: input.resolution.trim() };
    const { numUpdatedRows } = await query
      .updateTable('reviewItem')
      .set(settled)
      .where('id', '=', input.id)
      .where('resolvedAt', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n)
      return refuse('ITEM_SETTLED', 'Somebody settled this before. Load the page again to see how.');
    return { ...item, ...settled };
  });
}

export const countOpenItems = async (ctx: Ctx): Promise<number> => {
  requirePermission(ctx, 'READ');
  const { count } = await ctx.db.read
    .selectFrom('reviewItem')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('resolvedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
};
