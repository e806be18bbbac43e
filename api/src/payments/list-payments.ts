import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import type { PaymentStatus } from '../domain/payment.ts';
import { requirePermission } from '../staff/require.ts';
import type { Payment } from './payment.entity.ts';

export type PaymentList = PageRequest & { status?: PaymentStatus | null | undefined };

/** Payments, claims and failed tries, newest first. */
export async function listPayments(ctx: Ctx, list: PaymentList): Promise<Page<Row<Payment>>> {
  requirePermission(ctx, 'READ');
  let query = ctx.db.read.selectFrom('payment').selectAll().orderBy('id', 'desc').limit(limitOf(list));
  if (list.status != null) query = query.where('status', '=', list.status);
  if (list.after != null) query = query.where('id', '<', list.after);
  return pageOf(await query.execute(), list, (payment) => payment.id);
}
