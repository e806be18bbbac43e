import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refundSettled } from '../domain/refund.ts';
import { textProblem } from '../domain/text-limits.ts';
import { requirePermission } from '../staff/require.ts';
import { findRefund, readRefund } from './refund-rows.ts';
import type { Refund } from './refund.entity.ts';
import { succeeded } from './settle-refund.ts';

/** A person of the business gave the cash or made the transfer that a second person had agreed to. */
export async function confirmManualRefund(
  ctx: Ctx,
  input: { id: string; reference: string },
): Promise<Row<Refund> | Refusal> {
  const staff = requirePermission(ctx, 'REFUND_PAYMENTS');
  const wrong = textProblem('reference', input.reference, 200, 1);
  if (wrong !== null) return wrong;
  const problem = await ctx.db.transaction(async ({ sql: query }) => {
    const refund = await findRefund(query, input.id);
    if (refund.method === 'CARD' || refund.status !== 'PENDING') return refundSettled();
    const given = { ...refund, reference: input.reference.trim() };
    await query
      .updateTable('refund')
      .set({ reference: given.reference })
      .where('id', '=', refund.id)
      .where('status', '=', 'PENDING')
      .execute();
    await succeeded(ctx, query, given, { by: staff.name });
    return null;
  });
  ctx.nudge();
  return problem ?? readRefund(ctx, input.id);
}
