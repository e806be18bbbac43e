import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type Answer, answerTo, keepAnswer } from '../db/idempotency.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { textProblem } from '../domain/text-limits.ts';
import { failpoint } from '../failpoint.ts';
import { notFound } from '../fault.ts';
import { sha256 } from '../sha256.ts';
import type { Invoice } from './invoice.entity.ts';

/** Who asks, and for what: `staff:<id>:void`. */
export type Asked = { scope: string; idempotencyKey: string; about: object };

/** Does the work once for each key, in one transaction with the answer that a repeat gets. */
export async function once(
  ctx: Ctx,
  { scope, idempotencyKey, about }: Asked,
  work: (query: Sql) => Promise<Answer>,
): Promise<Answer> {
  const request = { scope, key: idempotencyKey, requestHash: sha256(JSON.stringify(about)) };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const made = await work(query);
    failpoint('step.before-answer');
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  failpoint('step.after-commit');
  if (!isRefusal(answer)) ctx.nudge();
  return answer;
}

/** The invoice, inside the transaction that changes it. Throws NOT_FOUND. */
export async function invoiceToChange(query: Sql, id: string): Promise<Row<Invoice>> {
  const invoice = await query.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirst();
  if (invoice === undefined) throw notFound();
  return invoice;
}

/** The invoice as it is now, or why nothing was done. */
export async function invoiceOrRefusal(ctx: Ctx, answer: Answer): Promise<Row<Invoice> | Refusal> {
  return isRefusal(answer) ? answer : invoiceToChange(ctx.db.read, answer.id);
}

/** What is wrong with the reason of a step, or null. */
export const reasonProblem = (reason: string): Refusal | null => textProblem('reason', reason, 500, 1);
