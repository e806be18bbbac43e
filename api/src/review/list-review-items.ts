import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { wordPatterns } from '../db/by-name.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { Instant } from '../db/instant.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import { kindsOfGroup, type ReviewGroup, type ReviewKind } from '../domain/review.ts';
import { requirePermission } from '../staff/require.ts';
import type { ReviewItem } from './review-item.entity.ts';

export type ReviewItemList = PageRequest & {
  resolved?: boolean | null | undefined;
  kind?: ReviewKind | null | undefined;
  group?: ReviewGroup | null | undefined;
  mine?: boolean | null | undefined;
  snoozed?: boolean | null | undefined;
  search?: string | null | undefined;
};

/** What waits, longest first; or what is settled, newest first. */
export async function listReviewItems(ctx: Ctx, list: ReviewItemList): Promise<Page<Row<ReviewItem>>> {
  const staff = requirePermission(ctx, 'READ');
  const settled = list.resolved === true;
  const base = settled
    ? ctx.db.read.selectFrom('reviewItem').where('resolvedAt', 'is not', null)
    : waiting(ctx.db.read, ctx.now, list.snoozed === true);
  let query = base
    .selectAll()
    .orderBy('id', settled ? 'desc' : 'asc')
    .limit(limitOf(list));
  if (list.kind != null) query = query.where('kind', '=', list.kind);
  if (list.group != null) query = query.where('kind', 'in', kindsOfGroup(list.group));
  if (list.mine === true) query = query.where('assignedTo', '=', staff.id);
  // Each word is in the item, or its quote or customer is found by it.
  for (const found of wordPatterns(list.search)) {
    const customers = sql`select id from customer where ${found}`;
    const ofQuote = sql<boolean>`quote_id in (select id from quote where ${found} or customer_id in (${customers}))`;
    const ofInvoice = sql<boolean>`invoice_id in (select id from invoice where customer_id in (${customers}))`;
    query = query.where((either) => either.or([found, ofQuote, ofInvoice]));
  }
  if (list.after != null) query = query.where('id', settled ? '<' : '>', list.after);
  return pageOf(await query.execute(), list, (item) => item.id);
}

/** What is open now: awake, or put off. Whether the time is over is asked each time, so items come back by themselves. */
export function waiting(query: Sql, now: Instant, snoozed: boolean) {
  const open = query.selectFrom('reviewItem').where('resolvedAt', 'is', null);
  return snoozed
    ? open.where('snoozedUntil', '>', now)
    : open.where((item) => item.or([item('snoozedUntil', 'is', null), item('snoozedUntil', '<=', now)]));
}
