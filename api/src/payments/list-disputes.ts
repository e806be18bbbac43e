import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import { requirePermission } from '../staff/require.ts';
import type { Dispute } from './dispute.entity.ts';

export type DisputeList = PageRequest & { open?: boolean | null | undefined };

/** Disputes, newest first. */
export async function listDisputes(ctx: Ctx, list: DisputeList): Promise<Page<Row<Dispute>>> {
  requirePermission(ctx, 'READ');
  let query = ctx.db.read.selectFrom('dispute').selectAll().orderBy('id', 'desc').limit(limitOf(list));
  if (list.open === true) query = query.where('closedAt', 'is', null);
  if (list.after != null) query = query.where('id', '<', list.after);
  return pageOf(await query.execute(), list, (dispute) => dispute.id);
}
