import { actorName, type Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { logStep } from '../payments/log.ts';
import { settleItemsOfPayment } from '../review/settle-by-action.ts';
import type { Invoice } from './invoice.entity.ts';

/** Nobody has to confirm money for an invoice that is no more: its open claims are rejected, with words for the customer. */
export async function rejectClaims(ctx: Ctx, query: Sql, invoice: Row<Invoice>, why: string): Promise<void> {
  const claims = await query
    .selectFrom('payment')
    .selectAll()
    .where('invoiceId', '=', invoice.id)
    .where('status', '=', 'CLAIMED')
    .execute();
  for (const payment of claims) {
    const { numUpdatedRows } = await query
      .updateTable('payment')
      .set({ status: 'REJECTED', failure: why })
      .where('id', '=', payment.id)
      .where('status', '=', 'CLAIMED')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new LostRace();
    await settleItemsOfPayment(ctx, query, payment.id, actorName(ctx.actor), why);
    await logStep(ctx, query, {
      payment,
      kind: 'CLAIM_REJECTED',
      actor: actorName(ctx.actor),
      reference: payment.reference,
      note: why,
    });
  }
}
