import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type FailedCheck, needsStaff } from '../domain/acceptance.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { kindOfFailure, type ReviewKind } from '../domain/review.ts';
import { raise } from '../review/raise.ts';

/** The answer is no: nothing official is written, staff see what was sent beside what was approved. */
export async function turnDown(
  ctx: Ctx,
  query: Sql,
  quote: Row<Quote>,
  failed: readonly FailedCheck[],
): Promise<Refusal> {
  const [first] = failed;
  if (first === undefined) throw new Error('The gate said no without a reason');
  if (needsStaff(failed)) await tellStaff(ctx, query, quote, failed, kindOfFailure(first.refusal.code));
  return first.refusal;
}

/** Whoever tries all day long is one item; once that is settled, another try is another. */
async function tellStaff(
  ctx: Ctx,
  query: Sql,
  quote: Row<Quote>,
  failed: readonly FailedCheck[],
  kind: ReviewKind,
): Promise<void> {
  const labels = failed.map((check) => check.label);
  const key = `failed-acceptance:${quote.id}:${labels.join('+')}:`;
  const before = await query
    .selectFrom('reviewItem')
    .select('resolvedAt')
    .where('quoteId', '=', quote.id)
    .where('dedupeKey', 'like', `${key}%`)
    .execute();
  if (before.some((item) => item.resolvedAt === null)) return;
  await raise(ctx, query, {
    kind,
    title: `A signature on ${quote.number} did not pass: ${labels[0]?.toLowerCase()}`,
    facts: failed.map(({ label, sent, approved }) => ({ label, sent, approved })),
    dedupeKey: `${key}${before.length}`,
    quoteId: quote.id,
  });
}
