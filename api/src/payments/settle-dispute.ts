import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { instant } from '../db/instant.ts';
import { LostRace } from '../db/retried.ts';
import { afterDisputeWord, isAway, isDisputeOpen, isReversal } from '../domain/dispute.ts';
import { minor } from '../domain/money.ts';
import type { DisputeFact } from '../ports.ts';
import { bookDispute } from './book-dispute.ts';
import type { Dispute } from './dispute.entity.ts';
import { paymentWithInvoice } from './refund-rows.ts';
import type { Outcome } from './settle.ts';
import { type AboutDispute, tellClosed, tellOpened, tellReversed } from './tell-of-dispute.ts';

/**
 * Applies what the provider says about a dispute: twice, late and in any order. The first word of it makes the row, whatever
 * that word is; afterwards it only moves forward (domain/dispute.ts), and each movement of money is booked once.
 */
export async function settleDispute(ctx: Ctx, query: Sql, fact: DisputeFact): Promise<Outcome> {
  const row = await query
    .selectFrom('payment')
    .select('id')
    .where('reference', '=', fact.reference ?? '')
    .where('method', '=', 'CARD')
    .where('status', '=', 'CONFIRMED')
    .executeTakeFirst();
  const found = row === undefined ? undefined : await paymentWithInvoice(query, row.id);
  if (found === undefined) return 'not ours';
  const known = await query
    .selectFrom('dispute')
    .selectAll()
    .where('providerId', '=', fact.providerId)
    .executeTakeFirst();
  const dispute = known ?? (await opened(ctx, query, fact, found));
  const status = afterDisputeWord(dispute.status, fact.status);
  const away = isAway({ ...dispute, isWithdrawn: dispute.isWithdrawn === 1 }, fact);
  const isNews = status !== dispute.status || away !== (dispute.isWithdrawn === 1);
  if (isReversal(dispute.status, fact.status)) await tellReversed(ctx, query, dispute, fact);
  if (!isNews) return known === undefined ? 'noted' : 'repeated';
  const decided = !isDisputeOpen(status) && isDisputeOpen(dispute.status);
  const { numUpdatedRows } = await query
    .updateTable('dispute')
    .set({ status, isWithdrawn: away ? 1 : 0, ...(decided ? { closedAt: ctx.now } : {}) })
    .where('id', '=', dispute.id)
    .where('status', '=', dispute.status)
    .where('isWithdrawn', '=', dispute.isWithdrawn)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
  const moved = { ...dispute, status, isWithdrawn: away ? 1 : 0 };
  await bookDispute(ctx, query, { before: dispute, after: moved, ...found });
  if (decided) await tellClosed(ctx, query, moved, found);
  return 'noted';
}

async function opened(ctx: Ctx, query: Sql, fact: DisputeFact, found: AboutDispute): Promise<Row<Dispute>> {
  const { payment, invoice } = found;
  const dispute: Row<Dispute> = {
    id: ctx.ids.id(),
    providerId: fact.providerId,
    paymentId: payment.id,
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    status: 'NEEDS_RESPONSE',
    amount: minor(fact.amount ?? payment.amount),
    currency: payment.currency,
    reason: fact.reason,
    evidenceDueBy: fact.evidenceDueBy === null ? null : instant(new Date(fact.evidenceDueBy)),
    isWithdrawn: 0,
    openedAt: instant(new Date(fact.openedAt)),
    closedAt: null,
  };
  await query.insertInto('dispute').values(dispute).execute();
  await tellOpened(ctx, query, dispute, found);
  return dispute;
}
