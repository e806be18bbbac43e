import type { Ctx } from '../context.ts';
import { afterName, nameCursor, wordPatterns } from '../db/by-name.ts';
import type { Row } from '../db/entities.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import { requirePermission } from '../staff/require.ts';
import type { Customer } from './customer.entity.ts';

export type CustomerList = PageRequest & {
  search?: string | null | undefined;
  archived?: boolean | null | undefined;
};

/** Clients by name, without the archived ones unless those are asked for; never those who asked to be erased. */
export async function listCustomers(ctx: Ctx, list: CustomerList): Promise<Page<Row<Customer>>> {
  requirePermission(ctx, 'READ');
  let query = ctx.db.read
    .selectFrom('customer')
    .selectAll()
    .where('archivedAt', list.archived === true ? 'is not' : 'is', null)
    .where('restrictedAt', 'is', null)
    .where('erasedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(limitOf(list));
  if (list.after != null) query = query.where(afterName(list.after));
  for (const pattern of wordPatterns(list.search)) query = query.where(pattern);
  return pageOf(await query.execute(), list, nameCursor);
}
