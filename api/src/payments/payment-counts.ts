import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { countUpTo } from '../db/ordered.ts';
import { type PaymentGroup, paymentGroups, statusesOfPaymentGroup } from '../domain/payment-list.ts';
import { requirePermission } from '../staff/require.ts';

/** Further than this nobody reads a number beside a tab, and counting on would take as long as the table is. */
const most = 1000;

/** How many payments each tab of the list leads to. */
export async function countPayments(ctx: Ctx): Promise<{ group: PaymentGroup; count: number }[]> {
  requirePermission(ctx, 'READ');
  const groups = paymentGroups.filter((group) => group !== 'ALL');
  return Promise.all(
    groups.map(async (group) => {
      const statuses = sql.join(statusesOfPaymentGroup(group).map((status) => sql.lit(status)));
      return { group, count: await countUpTo(ctx.db.read, most, sql`payment where status in (${statuses})`) };
    }),
  );
}
