import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { approvalProblem, refundSettled } from '../domain/refund.ts';
import { textProblem } from '../domain/text-limits.ts';
import { notFound } from '../fault.ts';
import { settleItemsOfSubject, settleItemsToRefund } from '../review/settle-by-action.ts';
import { requirePermission } from '../staff/require.ts';
import { bookRefund } from './book-refund.ts';
import { logStep } from './log.ts';
import { askToGive } from './refund-by-hand.ts';
import { findRefund, paymentWithInvoice, readRefund, release } from './refund-rows.ts';
import type { Refund } from './refund.entity.ts';
import { refundRoom } from './refundable.ts';
import { sendLater } from './send-refund.ts';

/** The second person agrees: the book is changed, and a card's provider is asked. By hand, somebody is asked to give it. */
export async function approveRefund(ctx: Ctx, { id }: { id: string }): Promise<Row<Refund> | Refusal> {
  const staff = requirePermission(ctx, 'REFUND_PAYMENTS');
  const problem = await ctx.db.transaction(async ({ sql: query }) => {
    const waiting = await findRefund(query, id);
    const found = await paymentWithInvoice(query, waiting.paymentId);
    const refund = await findRefund(query, id);
    if (found === undefined) throw notFound();
    const notNow = approvalProblem(refund, staff.id) ?? (await disputeProblem(query, found));
    if (notNow !== null) return notNow;
    const approved = { ...refund, status: 'PENDING' as const, approvedBy: staff.name };
    const booked = await bookRefund(ctx, query, approved, { ...found, by: staff.name });
    if (isRefusal(booked)) return booked;
    await decide(query, refund, { status: 'PENDING', approvedBy: staff.name });
    await settleApproval(ctx, query, refund, `${staff.name} agreed.`);
    await settleItemsToRefund(ctx, query, refund.paymentId);
    await noted(ctx, query, refund, 'refund.approved', 'Refund agreed to');
    if (refund.method === 'CARD') await sendLater(ctx, query, booked);
    else await askToGive(ctx, query, booked, found.invoice);
    return null;
  });
  ctx.nudge();
  return problem ?? readRefund(ctx, id);
}

/** Nothing moves; what was reserved can be refunded again. Also for the one who asked and thought better of it. */
export async function rejectRefund(
  ctx: Ctx,
  input: { id: string; reason: string },
): Promise<Row<Refund> | Refusal> {
  const staff = requirePermission(ctx, 'REFUND_PAYMENTS');
  const wrong = textProblem('reason', input.reason, 500, 1);
  if (wrong !== null) return wrong;
  const reason = input.reason.trim();
  const problem = await ctx.db.transaction(async ({ sql: query }) => {
    const refund = await findRefund(query, input.id);
    if (refund.status !== 'AWAITING_APPROVAL') return refundSettled();
    await decide(query, refund, {
      status: 'REJECTED',
      approvedBy: staff.name,
      failure: reason,
      settledAt: ctx.now,
    });
    await release(query, refund);
    await settleApproval(ctx, query, refund, `Rejected: ${reason}`);
    await logStep(ctx, query, {
      payment: { id: refund.paymentId, invoiceId: refund.invoiceId, method: refund.method },
      kind: 'REFUND_FAILED',
      actor: staff.name,
      note: `Rejected: ${reason}`,
    });
    await noted(ctx, query, refund, 'refund.rejected', 'Refund rejected');
    return null;
  });
  return problem ?? readRefund(ctx, input.id);
}

/** What a dispute has to do with it: the bank has the money, or had it already, and other money of the invoice is not this payment's. */
async function disputeProblem(
  query: Sql,
  { payment, invoice }: NonNullable<Awaited<ReturnType<typeof paymentWithInvoice>>>,
): Promise<Refusal | null> {
  const { isDisputed, amount, refunded, lost } = await refundRoom(query, payment, invoice);
  if (isDisputed)
    return refuse(
      'PAYMENT_DISPUTED',
      'Meanwhile the card holder disputes this payment. Reject the refund and answer the dispute.',
    );
  return refunded + lost > amount
    ? refuse(
        'REFUND_NOT_POSSIBLE',
        'Meanwhile this money was lost in a dispute, so the card holder has it. Reject the refund.',
      )
    : null;
}

async function decide(query: Sql, refund: Row<Refund>, change: Partial<Row<Refund>>): Promise<void> {
  const { numUpdatedRows } = await query
    .updateTable('refund')
    .set(change)
    .where('id', '=', refund.id)
    .where('status', '=', 'AWAITING_APPROVAL')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
}

const settleApproval = (ctx: Ctx, query: Sql, refund: Row<Refund>, how: string): Promise<void> =>
  settleItemsOfSubject(ctx, query, { subjectId: refund.id, kind: 'REFUND_APPROVAL', how });

const noted = (ctx: Ctx, query: Sql, refund: Row<Refund>, action: string, text: string): Promise<void> =>
  record(ctx, query, {
    action,
    text,
    invoiceId: refund.invoiceId,
    customerId: refund.customerId,
    facts: { refundId: refund.id, amount: refund.amount },
  });
