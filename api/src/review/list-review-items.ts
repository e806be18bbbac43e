import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import { requirePermission } from '../staff/require.ts';
import type { ReviewItem } from './review-item.entity.ts';

export type ReviewItemList = PageRequest & { resolved?: boolean | null | undefined };

/** What waits, longest first; or what is settled, newest first. */
export async function listReviewItems(ctx: Ctx, list: ReviewItemList): Promise<Page<Row<ReviewItem>>> {
  requirePermission(ctx, 'READ');
  const settled = list.resolved === true;
  let query = ctx.db.read
    .selectFrom('reviewItem')
    .selectAll()
    .where('resolvedAt', settled ? 'is not' : 'is', null)
    .orderBy('id', settled ? 'desc' : 'asc')
    .limit(limitOf(list));
  if (list.after != null) query = query.where('id', settled ? '<' : '>', list.after);
  return pageOf(await query.execute(), list, (item) => item.id);
}
