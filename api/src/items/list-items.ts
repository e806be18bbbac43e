import type { Ctx } from '../context.ts';
import { afterName, nameCursor, wordPatterns } from '../db/by-name.ts';
import type { Row } from '../db/entities.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import { notFound } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import type { CatalogueItem } from './catalogue-item.entity.ts';

export type ItemList = PageRequest & {
  search?: string | null | undefined;
  archived?: boolean | null | undefined;
};

/** The catalogue by name. */
export async function listItems(ctx: Ctx, list: ItemList): Promise<Page<Row<CatalogueItem>>> {
  requirePermission(ctx, 'READ');
  let query = ctx.db.read
    .selectFrom('catalogueItem')
    .selectAll()
    .where('archivedAt', list.archived === true ? 'is not' : 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(limitOf(list));
  if (list.after != null) query = query.where(afterName(list.after));
  for (const pattern of wordPatterns(list.search)) query = query.where(pattern);
  return pageOf(await query.execute(), list, nameCursor);
}

/** One item for staff. Throws NOT_FOUND. */
export async function readItem(ctx: Ctx, id: string): Promise<Row<CatalogueItem>> {
  requirePermission(ctx, 'READ');
  const item = await ctx.db.read
    .selectFrom('catalogueItem')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (item === undefined) throw notFound();
  return item;
}
