import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { LostRace } from '../db/retried.ts';
import { type FailedCheck, needsStaff } from '../domain/acceptance.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { kindOfFailure, type ReviewKind } from '../domain/review.ts';
import { raise, raiseAgain } from '../review/raise.ts';

/** The answer is no: nothing official is written, staff see what was sent beside what was approved. */
export async function turnDown(
  ctx: Ctx,
  query: Sql,
  quote: Row<Quote>,
  failed: readonly FailedCheck[],
): Promise<Refusal> {
  const [first] = failed;
  if (first === undefined) throw new Error('The gate said no without a reason');
  if (!needsStaff(failed)) return first.refusal;
  const times = await tellStaff(ctx, query, quote, failed, kindOfFailure(first.refusal.code));
  if (times <= mostKept) await keepAttempt(ctx, query, quote, failed);
  return first.refusal;
}

/** So many tries of one kind are kept one by one until somebody looks; a program that goes on is counted. */
const mostKept = 100;

/** An attempt stays in the history with what was sent; the checks have made that short, and never repeat a code. */
const keepAttempt = (
  ctx: Ctx,
  query: Sql,
  quote: Row<Quote>,
  failed: readonly FailedCheck[],
): Promise<void> =>
  record(ctx, query, {
    action: 'quote.signature-failed',
    text: `A signature did not pass: ${labelsOf(failed).join(', ').toLowerCase()}`,
    quoteId: quote.id,
    customerId: quote.customerId,
    facts: {
      ...Object.fromEntries(failed.map(({ label, sent }) => [label, sent])),
      refusals: failed.map(({ refusal }) => refusal.code).join(', '),
    },
  });

const labelsOf = (failed: readonly FailedCheck[]): string[] => failed.map(({ label }) => label);

/**
 * Whoever tries all day long is one item, which shows the latest try; once that is settled, another try is another. Returns
 * which try of the item it was.
 */
async function tellStaff(
  ctx: Ctx,
  query: Sql,
  quote: Row<Quote>,
  failed: readonly FailedCheck[],
  kind: ReviewKind,
): Promise<number> {
  const labels = labelsOf(failed);
  const facts = failed.map(({ label, sent, approved }) => ({ label, sent, approved }));
  const key = `failed-acceptance:${quote.id}:${labels.join('+')}:`;
  const before = await query
    .selectFrom('reviewItem')
    .select(['id', 'title', 'facts', 'resolvedAt'])
    .where('quoteId', '=', quote.id)
    .where('dedupeKey', 'like', `${key}%`)
    .execute();
  const open = before.find((item) => item.resolvedAt === null);
  if (open !== undefined) return raiseAgain(query, open, facts);
  const isNew = await raise(ctx, query, {
    kind,
    title: `A signature on ${quote.number} did not pass: ${labels[0]?.toLowerCase()}`,
    facts,
    dedupeKey: `${key}${before.length}`,
    quoteId: quote.id,
  });
  // Another try was first in between: it is run again and counts on from there.
  if (!isNew) throw new LostRace();
  return 1;
}
