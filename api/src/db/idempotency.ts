import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Sql } from './database.ts';
import type { Instant } from './instant.ts';

/** What a repeated request is answered with: the id of what the first one made, or its refusal. */
export type Answer = { id: string } | Refusal;

/** One client's request under its idempotency key; `scope` is who and which operation. */
export type Keyed = { scope: string; key: string; requestHash: string };

/** The stored answer; a refusal when the key was used for something else; null when the key is new. */
export async function answerTo(query: Sql, request: Keyed): Promise<Answer | null> {
  const row = await query
    .selectFrom('idempotency')
    .select(['requestHash', 'answer'])
    .where('scope', '=', request.scope)
    .where('key', '=', request.key)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.requestHash !== request.requestHash) {
    return refuse('IDEMPOTENCY_KEY_REUSED', 'This request was sent before with other details. Please load the page again.');
  }
  return JSON.parse(row.answer) as Answer;
}

/** Stores the answer in the transaction that made it: a repeat finds both or neither. */
export async function keepAnswer(query: Sql, request: Keyed, answer: Answer, now: Instant): Promise<void> {
  const stored = isRefusal(answer) ? answer : { id: answer.id };
  await query
    .insertInto('idempotency')
    .values({ ...request, answer: JSON.stringify(stored), createdAt: now })
    .execute();
}
