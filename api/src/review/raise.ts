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

/** Puts something before a person. Returns false when the same occurrence was there before. */
export async function raise(ctx: Ctx, query: Sql, item: NewReviewItem): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
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
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Settles the open items of a payment when the payment itself is settled. */
export async function settleItemsOfPayment(
  ctx: Ctx,
  query: Sql,
  paymentId: string,
  by: string,
  how: string,
): Promise<void> {
  await query
    .updateTable('reviewItem')
    .set({ resolvedAt: ctx.now, resolvedBy: by, resolution: how })
    .where('paymentId', '=', paymentId)
    .where('resolvedAt', 'is', null)
    .execute();
}

/** A paid invoice has no failed payments that anybody has to look after. */
export async function settleFailuresOfInvoice(ctx: Ctx, query: Sql, invoiceId: string): Promise<void> {
  await query
    .updateTable('reviewItem')
    .set({ resolvedAt: ctx.now, resolvedBy: 'System', resolution: 'The invoice was paid.' })
    .where('invoiceId', '=', invoiceId)
    .where('kind', '=', 'PAYMENT_FAILED')
    .where('resolvedAt', 'is', null)
    .execute();
}
