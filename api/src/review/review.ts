import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { later } from '../db/instant.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { canDismiss, mostAtOnce, undoMinutes } from '../domain/review.ts';
import { textProblem } from '../domain/text-limits.ts';
import { notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import type { ReviewItem } from './review-item.entity.ts';
import { ending } from './settle-by-action.ts';

export type Outcome = Row<ReviewItem> | Refusal;

const resolutionProblem = (resolution: string): Refusal | null =>
  textProblem('resolution', resolution, 500, 1);

/** Settles an item by hand, with what was done. A claim is settled by confirming or rejecting it, so that no money gets lost. */
export async function resolveReviewItem(
  ctx: Ctx,
  input: { id: string; resolution: string },
): Promise<Outcome> {
  requirePermission(ctx, 'SETTLE_REVIEW');
  const problem = resolutionProblem(input.resolution);
  if (problem !== null) return problem;
  return ctx.db.transaction(async ({ sql: query }) => {
    const item = await findItem(query, input.id);
    if (item === undefined) throw notFound();
    return settle(ctx, query, item, input.resolution.trim());
  });
}

export type ResolveItems = { ids: readonly string[]; resolution: string };
export type ResolvedItems = { outcomes: { id: string; result: Outcome }[] };

/** The same for many at once, each on its own: what cannot be settled says why and holds up none of the others. */
export async function resolveReviewItems(ctx: Ctx, input: ResolveItems): Promise<ResolvedItems | Refusal> {
  requirePermission(ctx, 'SETTLE_REVIEW');
  const ids = [...new Set(input.ids)];
  if (ids.length === 0 || ids.length > mostAtOnce)
    return refuse('INPUT_INVALID', `Choose from 1 to ${mostAtOnce} items.`, 'ids');
  const problem = resolutionProblem(input.resolution);
  if (problem !== null) return problem;
  const outcomes: ResolvedItems['outcomes'] = [];
  for (const id of ids) {
    const result = await ctx.db.transaction(async ({ sql: query }) => {
      const item = await findItem(query, id);
      if (item === undefined) return refuse('INPUT_INVALID', 'There is no such item.', 'ids');
      return settle(ctx, query, item, input.resolution.trim());
    });
    outcomes.push({ id, result });
  }
  return { outcomes };
}

async function settle(ctx: Ctx, query: Sql, item: Row<ReviewItem>, resolution: string): Promise<Outcome> {
  if (!canDismiss(item.kind) && item.resolvedAt === null)
    return refuse('INPUT_INVALID', 'Confirm or reject the payment; that settles this item.');
  const settled = ending(ctx, resolution);
  const { numUpdatedRows } = await query
    .updateTable('reviewItem')
    .set(settled)
    .where('id', '=', item.id)
    .where('resolvedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return settledBefore();
  await record(ctx, query, {
    ...about(item),
    action: 'review.settled',
    text: `Settled “${item.title}”: ${resolution}`,
  });
  return { ...item, ...settled };
}

/** Takes a settlement back, for whoever made it and for a short while: it was a slip of the hand. */
export async function reopenReviewItem(ctx: Ctx, { id }: { id: string }): Promise<Outcome> {
  const staff = requirePermission(ctx, 'SETTLE_REVIEW');
  return ctx.db.transaction(async ({ sql: query }) => {
    const item = await findItem(query, id);
    if (item === undefined) throw notFound();
    if (item.resolvedAt === null) return item;
    if (item.resolvedById !== staff.id || !canDismiss(item.kind))
      return refuse('ITEM_SETTLED', 'Only whoever settled an item by hand can take that back.');
    const since = later(ctx.now, -undoMinutes * 60_000);
    const opened = { resolvedAt: null, resolvedBy: null, resolvedById: null, resolution: null };
    const { numUpdatedRows } = await query
      .updateTable('reviewItem')
      .set(opened)
      .where('id', '=', id)
      .where('resolvedById', '=', staff.id)
      .where('resolvedAt', '>', since)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n)
      return refuse('ITEM_SETTLED', `This can be taken back within ${undoMinutes} minutes only.`);
    await record(ctx, query, {
      ...about(item),
      action: 'review.reopened',
      text: `Opened “${item.title}” again`,
      facts: { resolution: item.resolution },
    });
    return { ...item, ...opened };
  });
}

/** One item in its transaction. */
const findItem = (query: Sql, id: string) =>
  query.selectFrom('reviewItem').selectAll().where('id', '=', id).executeTakeFirst();

/** Changes an item that is open. */
export async function changeOpenItem(
  ctx: Ctx,
  id: string,
  change: (query: Sql) => Promise<Partial<Row<ReviewItem>> | Refusal>,
): Promise<Outcome> {
  return ctx.db.transaction(async ({ sql: query }) => {
    const item = await findItem(query, id);
    if (item === undefined) throw notFound();
    const changes = await change(query);
    if (isRefusal(changes)) return changes;
    const { numUpdatedRows } = await query
      .updateTable('reviewItem')
      .set(changes)
      .where('id', '=', id)
      .where('resolvedAt', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows === 1n ? { ...item, ...changes } : settledBefore();
  });
}

const settledBefore = (): Refusal =>
  refuse('ITEM_SETTLED', 'Somebody settled this before. Load the page again to see how.');

const about = ({ quoteId, invoiceId }: Row<ReviewItem>) => ({
  ...(quoteId !== null && { quoteId }),
  ...(invoiceId !== null && { invoiceId }),
});
