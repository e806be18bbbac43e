import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { isToldByMail, type ReviewFact, type ReviewKind, reviewKinds } from '../domain/review.ts';
import { searchKey } from '../domain/search-key.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { ReviewItem } from './review-item.entity.ts';

export type NewReviewItem = {
  kind: ReviewKind;
  /** What happened, in one sentence. */
  title: string;
  /** Why it matters and what to do, where that is more particular than what the kind says (domain/review.ts). */
  explanation?: string;
  facts: readonly ReviewFact[];
  /** The same occurrence comes up once. */
  dedupeKey: string;
  quoteId?: string | null;
  invoiceId?: string | null;
  paymentId?: string | null;
  /** The refund, dispute, mail or bank line that it is about. */
  subjectId?: string | null;
};

/** Puts something before a person. Returns false when the same occurrence was there before. */
export async function raise(ctx: Ctx, query: Sql, item: NewReviewItem): Promise<boolean> {
  const id = ctx.ids.id();
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('reviewItem')
    .values({
      id,
      kind: item.kind,
      title: item.title,
      explanation: item.explanation ?? reviewKinds[item.kind].why,
      facts: JSON.stringify(item.facts),
      searchKey: searchKeyOf(item.title, item.facts),
      dedupeKey: item.dedupeKey,
      quoteId: item.quoteId ?? null,
      invoiceId: item.invoiceId ?? null,
      paymentId: item.paymentId ?? null,
      subjectId: item.subjectId ?? null,
      createdAt: ctx.now,
      assignedTo: null,
      snoozedUntil: null,
      resolvedAt: null,
      resolvedBy: null,
      resolvedById: null,
      resolution: null,
    })
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .executeTakeFirst();
  const isNew = numInsertedOrUpdatedRows === 1n;
  // Once a day for a quote and a kind: whoever tries on and on fills no mailbox.
  if (isNew && isToldByMail(item.kind))
    await enqueue(ctx, query, {
      name: 'mail-review-item',
      payload: { itemId: id },
      dedupeKey: `review-item:${item.kind}:${item.quoteId ?? id}:${ctx.today}`,
    });
  return isNew;
}

const searchKeyOf = (title: string, facts: readonly ReviewFact[]): string =>
  searchKey([title, ...facts.flatMap(({ sent, approved }) => [sent ?? '', approved ?? ''])].join(' '));

const attempts = 'Attempts';

/** The same came up again before somebody looked at it: the item shows what came last, and how often, which it returns. */
export async function raiseAgain(
  query: Sql,
  item: Pick<Row<ReviewItem>, 'id' | 'title' | 'facts'>,
  facts: readonly ReviewFact[],
): Promise<number> {
  const shown = JSON.parse(item.facts) as readonly ReviewFact[];
  const times = Number(shown.find(({ label }) => label === attempts)?.sent ?? 1) + 1;
  const latest = [...facts, { label: attempts, sent: String(times), approved: null }];
  const { numUpdatedRows } = await query
    .updateTable('reviewItem')
    .set({ facts: JSON.stringify(latest), searchKey: searchKeyOf(item.title, latest) })
    .where('id', '=', item.id)
    .where('resolvedAt', 'is', null)
    .where('facts', '=', item.facts)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new LostRace();
  return times;
}
