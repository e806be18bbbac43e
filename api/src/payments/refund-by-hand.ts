import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { formatAmount } from '../domain/money.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refundSettled } from '../domain/refund.ts';
import { textProblem } from '../domain/text-limits.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { raise } from '../review/raise.ts';
import { settleItemsOfSubject } from '../review/settle-by-action.ts';
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
    const how = `${staff.name} gave the money: ${given.reference}`;
    await settleItemsOfSubject(ctx, query, { subjectId: refund.id, kind: 'REFUND_TO_GIVE', how });
    return null;
  });
  ctx.nudge();
  return problem ?? readRefund(ctx, input.id);
}

/** The money left the book when it was agreed to, so somebody has to give it, and nobody may forget that. */
export async function askToGive(
  ctx: Ctx,
  query: Sql,
  refund: Row<Refund>,
  invoice: Row<Invoice>,
): Promise<void> {
  const shown = formatAmount(refund, ctx.company.locale);
  await raise(ctx, query, {
    kind: 'REFUND_TO_GIVE',
    title: `${shown} of invoice ${invoice.number} to give back ${refund.method === 'CASH' ? 'in cash' : 'by transfer'}`,
    facts: [
      { label: 'Amount', sent: shown, approved: null },
      { label: 'Reason', sent: refund.reason, approved: null },
      { label: 'Agreed to by', sent: refund.approvedBy, approved: null },
    ],
    dedupeKey: `refund-to-give:${refund.id}`,
    quoteId: invoice.quoteId,
    invoiceId: invoice.id,
    paymentId: refund.paymentId,
    subjectId: refund.id,
  });
}
