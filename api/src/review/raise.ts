import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { ReviewFact, ReviewKind } from '../domain/review.ts';

export type NewReviewItem = {
  kind: ReviewKind;
  /** What happened, in one sentence. */
  title: string;
  /** Why it matters and what to do. */
  explanation: string;
  facts: readonly ReviewFact[];
  /** The same occurrence comes up once. */
  dedupeKey: string;
  quoteId?: string | null;
  invoiceId?: string | null;
  paymentId?: string | null;
};

/** Puts something before a person. */
export async function raise(ctx: Ctx, query: Sql, item: NewReviewItem): Promise<void> {
  await query
    .insertInto('reviewItem')
    .values({
      id: ctx.ids.id(),
      kind: item.kind,
      title: item.title,
      explanation: item.explanation,
      facts: JSON.stringify(item.facts),
      dedupeKey: item.dedupeKey,
      quoteId: item.quoteId ?? null,
      invoiceId: item.invoiceId ?? null,
      paymentId: item.paymentId ?? null,
      createdAt: ctx.now,
      resolvedAt: null,
      resolvedBy: null,
      resolution: null,
    })
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .execute();
}

/** Settles the open items of a payment when the payment itself is settled. */
export async function settleItemsOfPayment(ctx: Ctx, query: Sql, paymentId: string, by: string, how: string): Promise<void> {
  await query
    .updateTable('reviewItem')
    .set({ resolvedAt: ctx.now, resolvedBy: by, resolution: how })
    .where('paymentId', '=', paymentId)
    .where('resolvedAt', 'is', null)
    .execute();
}
