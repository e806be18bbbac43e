import { actorName, type Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { kindsSettledBy, type ReviewAction, type ReviewKind } from '../domain/review.ts';
import type { ReviewItem } from './review-item.entity.ts';

type Ending = Pick<Row<ReviewItem>, 'resolvedAt' | 'resolvedBy' | 'resolvedById' | 'resolution'>;

/** The end of an item: when, by whom and how. */
export const ending = (ctx: Ctx, resolution: string): Ending => ({
  resolvedAt: ctx.now,
  resolvedBy: actorName(ctx.actor),
  resolvedById: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
  resolution,
});

const bySystem = (ctx: Ctx, resolution: string): Ending => ({
  ...ending(ctx, resolution),
  resolvedBy: 'System',
  resolvedById: null,
});

const open = (query: Sql) => query.updateTable('reviewItem').where('resolvedAt', 'is', null);

/** One of these was done for an offer: that settles what waited for it, about any version of the offer. */
export async function settleByAction(
  ctx: Ctx,
  query: Sql,
  familyId: string,
  { actions, how }: { actions: readonly ReviewAction[]; how: string },
): Promise<void> {
  await open(query)
    .set(ending(ctx, how))
    .where('quoteId', 'in', query.selectFrom('quote').select('id').where('familyId', '=', familyId))
    .where('kind', 'in', kindsSettledBy(...actions))
    .execute();
}

/** Settles the open items of a payment when the payment itself is settled. `by` is whoever decided. */
export async function settleItemsOfPayment(
  ctx: Ctx,
  query: Sql,
  paymentId: string,
  by: string,
  how: string,
): Promise<void> {
  await open(query)
    .set({ ...ending(ctx, how), resolvedBy: by })
    .where('paymentId', '=', paymentId)
    .execute();
}

/** The money is given back: whoever was asked to do that has done so. */
export async function settleItemsToRefund(ctx: Ctx, query: Sql, paymentId: string): Promise<void> {
  await open(query)
    .set(ending(ctx, 'A refund was begun.'))
    .where('paymentId', '=', paymentId)
    .where('kind', 'in', kindsSettledBy('REFUND_PAYMENT'))
    .execute();
}

/** A paid invoice has no failed payments that anybody has to look after. */
export async function settleFailuresOfInvoice(ctx: Ctx, query: Sql, invoiceId: string): Promise<void> {
  await open(query)
    .set(bySystem(ctx, 'The invoice was paid.'))
    .where('invoiceId', '=', invoiceId)
    .where('kind', '=', 'PAYMENT_FAILED')
    .execute();
}

/** How the first item about a stage that can be invoiced is told from others. */
export const stageKey = (quoteId: string, stageId: string): string => `stage-ready:${quoteId}:${stageId}`;

/** The invoice of a stage is made: whoever was asked to make it has done so. */
export async function settleStage(
  ctx: Ctx,
  query: Sql,
  { quoteId, stageId, number }: { quoteId: string; stageId: string; number: string },
): Promise<void> {
  await open(query)
    .set(ending(ctx, `Invoice ${number} was issued.`))
    .where('quoteId', '=', quoteId)
    .where('kind', '=', 'STAGE_READY')
    .where((item) =>
      // Items of before a stage was named by its id are known by their key.
      item.or([item('subjectId', '=', stageId), item('dedupeKey', '=', stageKey(quoteId, stageId))]),
    )
    .execute();
}

/** What an item of this kind is about was settled: a refund, a dispute, a mail, a line of the bank. */
export async function settleItemsOfSubject(
  ctx: Ctx,
  query: Sql,
  about: { subjectId: string; kind: ReviewKind; how: string },
): Promise<void> {
  await open(query)
    .set(ending(ctx, about.how))
    .where('subjectId', '=', about.subjectId)
    .where('kind', '=', about.kind)
    .execute();
}
