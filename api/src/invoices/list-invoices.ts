import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { likePattern, limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import { requirePermission } from '../staff/require.ts';
import type { Invoice } from './invoice.entity.ts';
import type { InvoiceFilter } from './invoice.type.ts';

export type InvoiceList = PageRequest & {
  filter?: InvoiceFilter | null | undefined;
  search?: string | null | undefined;
};

/** Invoices, newest first. Overdue is a question to the calendar and so to the due date. */
export async function listInvoices(ctx: Ctx, list: InvoiceList): Promise<Page<Row<Invoice>>> {
  requirePermission(ctx, 'READ');
  const pattern = likePattern(list.search);
  let query = ctx.db.read.selectFrom('invoice').selectAll().orderBy('id', 'desc').limit(limitOf(list));
  if (list.filter === 'PAID') query = query.where('status', '=', 'PAID');
  if (list.filter === 'OPEN' || list.filter === 'OVERDUE') query = query.where('status', '=', 'OPEN');
  if (list.filter === 'OVERDUE') query = query.where('dueDate', '<', ctx.today);
  if (list.after != null) query = query.where('id', '<', list.after);
  if (pattern !== null) {
    query = query.where((either) =>
      either.or([
        sql<boolean>`lower(number) like ${pattern} escape '\\'`,
        sql<boolean>`customer_id in (select id from customer where lower(name) like ${pattern} escape '\\')`,
      ]),
    );
  }
  return pageOf(await query.execute(), list, (invoice) => invoice.id);
}
