import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type Instant, instant } from '../db/instant.ts';
import { LostRace } from '../db/retried.ts';
import { afterDisputeWord, isAway, isDisputeOpen, isReversal, laterDeadline } from '../domain/dispute.ts';
import { minor } from '../domain/money.ts';
import { failpoint } from '../failpoint.ts';
import type { DisputeFact } from '../ports.ts';
import { bookDispute } from './book-dispute.ts';
import type { Dispute } from './dispute.entity.ts';
import { paymentWithInvoice } from './refund-rows.ts';
import type { Outcome } from './settle.ts';
import { type AboutDispute, tellAskedAnew, tellClosed, tellOpened, tellReversed } from './tell-of-dispute.ts';

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
  const moved = afterWord(dispute, fact);
  if (isReversal(dispute.status, fact.status)) await tellReversed(ctx, query, dispute, fact);
  if (!isNews(dispute, moved)) return known === undefined ? 'noted' : 'repeated';
  const decided = !isDisputeOpen(moved.status) && isDisputeOpen(dispute.status);
  const { status, isWithdrawn, evidenceDueBy } = moved;
  const { numUpdatedRows } = await query
    .updateTable('dispute')
    .set({ status, isWithdrawn, evidenceDueBy, ...(decided ? { closedAt: ctx.now } : {}) })
    .where('id', '=', dispute.id)
    .where('status', '=', dispute.status)
    .where('isWithdrawn', '=', dispute.isWithdrawn)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
  failpoint('dispute.after-move');
  await bookDispute(ctx, query, { before: dispute, after: moved, ...found });
  if (isAskedAnew(dispute, moved)) await tellAskedAnew(ctx, query, moved, found);
  if (decided) await tellClosed(ctx, query, moved, found);
  return 'noted';
}

const deadlineOf = ({ evidenceDueBy }: DisputeFact): Instant | null =>
  evidenceDueBy === null ? null : instant(new Date(evidenceDueBy));

function afterWord(dispute: Row<Dispute>, fact: DisputeFact): Row<Dispute> {
  const before = { status: dispute.status, isWithdrawn: dispute.isWithdrawn === 1 };
  return {
    ...dispute,
    status: afterDisputeWord(before, fact),
    isWithdrawn: isAway(before, fact) ? 1 : 0,
    evidenceDueBy: isDisputeOpen(dispute.status)
      ? laterDeadline(dispute.evidenceDueBy, deadlineOf(fact))
      : dispute.evidenceDueBy,
  };
}

const isNews = (before: Row<Dispute>, after: Row<Dispute>): boolean =>
  before.status !== after.status ||
  before.isWithdrawn !== after.isWithdrawn ||
  before.evidenceDueBy !== after.evidenceDueBy;

/** Whether somebody has to answer who had answered before, or has until another day. */
const isAskedAnew = (before: Row<Dispute>, after: Row<Dispute>): boolean =>
  after.status === 'NEEDS_RESPONSE' &&
  (before.status !== after.status || before.evidenceDueBy !== after.evidenceDueBy);

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
    evidenceDueBy: deadlineOf(fact),
    isWithdrawn: 0,
    openedAt: instant(new Date(fact.openedAt)),
    closedAt: null,
  };
  await query.insertInto('dispute').values(dispute).execute();
  failpoint('dispute.after-row');
  await tellOpened(ctx, query, dispute, found);
  return dispute;
}
