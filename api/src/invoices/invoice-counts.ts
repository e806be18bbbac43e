import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { countUpTo } from '../db/ordered.ts';
import { type InvoiceGroup, invoiceGroups, statusesOfGroup } from '../domain/invoice-list.ts';
import { requirePermission } from '../staff/require.ts';

/** Further than this nobody reads a number beside a tab, and counting on would take as long as the table is. */
const most = 1000;

/** How many invoices each tab of the list leads to. */
export async function countInvoices(ctx: Ctx): Promise<{ group: InvoiceGroup; count: number }[]> {
  requirePermission(ctx, 'READ');
  const groups = invoiceGroups.filter((group) => group !== 'ALL');
  return Promise.all(
    groups.map(async (group) => {
      const statuses = sql.join(statusesOfGroup(group).map((status) => sql.lit(status)));
      const overdue = group === 'OVERDUE' ? sql`and due_date < ${ctx.today}` : sql``;
      const rows = sql`invoice where status in (${statuses}) ${overdue}`;
      return { group, count: await countUpTo(ctx.db.read, most, rows) };
    }),
  );
}
