import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { likePattern, limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import { requirePermission } from '../staff/require.ts';
import type { Customer } from './customer.entity.ts';

export type CustomerList = PageRequest & { search?: string | null | undefined };

/** Clients by name. Two may have the same name, so the cursor holds name and id. */
export async function listCustomers(ctx: Ctx, list: CustomerList): Promise<Page<Row<Customer>>> {
  requirePermission(ctx, 'READ');
  const pattern = likePattern(list.search);
  let query = ctx.db.read
    .selectFrom('customer')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .limit(limitOf(list));
  if (list.after != null) {
    const [id, name] = splitCursor(list.after);
    query = query.where(sql<boolean>`(name, id) > (${name}, ${id})`);
  }
  if (pattern !== null) {
    query = query.where((either) =>
      either.or([
        sql<boolean>`lower(name) like ${pattern} escape '\\'`,
        sql<boolean>`lower(contact_name) like ${pattern} escape '\\'`,
        sql<boolean>`lower(email) like ${pattern} escape '\\'`,
      ]),
    );
  }
  return pageOf(await query.execute(), list, (customer) => `${customer.id} ${customer.name}`);
}

function splitCursor(cursor: string): [id: string, name: string] {
  const space = cursor.indexOf(' ');
  return [cursor.slice(0, space), cursor.slice(space + 1)];
}
