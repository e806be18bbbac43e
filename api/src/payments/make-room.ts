import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import type { MinorUnits } from '../domain/money.ts';
import { settleItemsOfSubject } from '../review/settle-by-action.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';
import type { Refund } from './refund.entity.ts';
import { paymentWithInvoice, release } from './refund-rows.ts';

const reason = 'Meanwhile it was refunded at the payment provider.';

/** A refund at the provider has to wait for one of ours that was sent and not answered yet; the job is run again. */
class Waits extends Error {}

/**
 * The money is gone at the provider, so what only waited for a second person's word gives way. Returns the payment as it is
 * then; null when all of it had gone back before, by hand for instance, and it went back twice: that is for a person. Throws
 * when a refund of ours is under way for the same money: of the two the provider makes one, and will say which.
 */
export async function makeRoom(
  ctx: Ctx,
  query: Sql,
  payment: Row<Payment>,
  amount: MinorUnits,
): Promise<Row<Payment> | null> {
  if (payment.refunded + amount <= payment.amount) return payment;
  const waiting = await query
    .selectFrom('refund')
    .selectAll()
    .where('paymentId', '=', payment.id)
    .where('status', '=', 'AWAITING_APPROVAL')
    .execute();
  for (const refund of waiting) await giveWay(ctx, query, refund);
  const now = (await paymentWithInvoice(query, payment.id))?.payment ?? payment;
  if (now.refunded + amount <= now.amount) return now;
  const underWay = await query
    .selectFrom('refund')
    .select('id')
    .where('paymentId', '=', payment.id)
    .where('status', '=', 'PENDING')
    .where('method', '=', 'CARD')
    .executeTakeFirst();
  if (underWay === undefined) return null;
  throw new Waits(`Refund ${underWay.id} is under way; the provider's own has to wait for it`);
}

async function giveWay(ctx: Ctx, query: Sql, refund: Row<Refund>): Promise<void> {
  const { numUpdatedRows } = await query
    .updateTable('refund')
    .set({ status: 'REJECTED', approvedBy: 'System', failure: reason, settledAt: ctx.now })
    .where('id', '=', refund.id)
    .where('status', '=', 'AWAITING_APPROVAL')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
  await release(query, refund);
  await settleItemsOfSubject(ctx, query, { subjectId: refund.id, kind: 'REFUND_APPROVAL', how: reason });
  const { id, paymentId, invoiceId, customerId, method, amount } = refund;
  await logStep(ctx, query, {
    payment: { id: paymentId, invoiceId, method },
    kind: 'REFUND_FAILED',
    actor: 'System',
    note: reason,
  });
  await record(ctx, query, {
    action: 'refund.rejected',
    text: `Refund rejected. ${reason}`,
    invoiceId,
    customerId,
    facts: { refundId: id, amount },
    actor: 'System',
  });
}
