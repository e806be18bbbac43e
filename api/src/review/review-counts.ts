import type { Ctx } from '../context.ts';
import { type ReviewGroup, reviewGroups, reviewKinds } from '../domain/review.ts';
import { requirePermission } from '../staff/require.ts';
import { waiting } from './list-review-items.ts';

export type ReviewCounts = {
  waiting: number;
  mine: number;
  snoozed: number;
  groups: { group: ReviewGroup; count: number }[];
};

/** How many items wait, without what was put off. */
export async function countOpenItems(ctx: Ctx): Promise<number> {
  requirePermission(ctx, 'READ');
  const { count } = await waiting(ctx.db.read, ctx.now, false)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The same for each filter of the list: two questions, however many filters. */
export async function reviewCounts(ctx: Ctx): Promise<ReviewCounts> {
  const staff = requirePermission(ctx, 'READ');
  const rows = await waiting(ctx.db.read, ctx.now, false)
    .select(['kind', 'assignedTo'])
    .select((row) => row.fn.countAll<number>().as('count'))
    .groupBy(['kind', 'assignedTo'])
    .execute();
  const { snoozed } = await waiting(ctx.db.read, ctx.now, true)
    .select((row) => row.fn.countAll<number>().as('snoozed'))
    .executeTakeFirstOrThrow();
  const sum = (counted: typeof rows): number => counted.reduce((all, row) => all + Number(row.count), 0);
  return {
    waiting: sum(rows),
    mine: sum(rows.filter((row) => row.assignedTo === staff.id)),
    snoozed: Number(snoozed),
    groups: reviewGroups.map((group) => ({
      group,
      count: sum(rows.filter((row) => reviewKinds[row.kind].group === group)),
    })),
  };
}
