import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Sql } from './database.ts';
import type { Row } from './entities.ts';
import type { Idempotency } from './idempotency.entity.ts';
import type { Instant } from './instant.ts';
import { LostRace } from './retried.ts';
import { statement } from './statement.ts';

/** What a request came to: the id of what it made, or why not. */
export type Answer = { id: string } | Refusal;

/** One client's request under its idempotency key; `scope` is who and which operation. */
export type Keyed = { scope: string; key: string; requestHash: string };

/** The stored answer; a refusal when the key was used for something else or is none; null when the key is new. */
export async function answerTo(query: Sql, request: Keyed): Promise<Answer | null> {
  // A key without bounds would be a row without bounds, and PostgreSQL refuses to index a long one.
  if (request.key.length < 8 || request.key.length > 100) {
    return refuse('INPUT_INVALID', 'An idempotency key has 8 to 100 characters.', 'idempotencyKey');
  }
  const [row] = (await findAnswer(query, request)).rows;
  if (row === undefined) return null;
  if (row.requestHash !== request.requestHash) {
    return refuse(
      'IDEMPOTENCY_KEY_REUSED',
      'This request was sent before with other details. Please load the page again.',
    );
  }
  return { id: row.answer };
}

/**
 * Stores what was made, in the transaction that made it: a repeat finds both or neither. A refusal made nothing, so it does
 * not use up the key: whoever mends the input may send it again.
 */
export async function keepAnswer(query: Sql, request: Keyed, answer: Answer, now: Instant): Promise<void> {
  if (!('id' in answer)) {
    // PostgreSQL: the same request, sent twice at once, was answered between our two looks; then that is the answer.
    if ((await answerTo(query, request)) !== null) throw new LostRace();
    return;
  }
  await insertAnswer(query, { ...request, answer: answer.id, createdAt: now });
}

const findAnswer = statement((query, { scope, key }: Keyed) =>
  query
    .selectFrom('idempotency')
    .select(['requestHash', 'answer'])
    .where('scope', '=', scope)
    .where('key', '=', key),
);
const insertAnswer = statement((query, row: Row<Idempotency>) => query.insertInto('idempotency').values(row));
