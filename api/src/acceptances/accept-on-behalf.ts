import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type Answer, answerTo, keepAnswer } from '../db/idempotency.ts';
import { judgeOnBehalf } from '../domain/on-behalf.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { today } from '../domain/zone.ts';
import { notFound } from '../fault.ts';
import { findQuote } from '../quotes/find-quote.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { readQuote } from '../quotes/quotes.ts';
import { settleByAction } from '../review/settle-by-action.ts';
import { requirePermission, type StaffActor } from '../staff/require.ts';
import { accept } from './accept.ts';
import type { AcceptOnBehalfInput } from './acceptance.type.ts';
import { sealAtGate } from './gate-seal.ts';

/**
 * Staff accept a quote for the customer, who agreed on paper or by telephone. Everything follows as from a signature; the
 * record says who entered it and why, and that the customer signed nothing here.
 */
export async function acceptOnBehalf(ctx: Ctx, input: AcceptOnBehalfInput): Promise<Row<Quote> | Refusal> {
  const staff = requirePermission(ctx, 'APPROVE_QUOTES');
  const { idempotencyKey, ...rest } = input;
  const request = {
    scope: `staff:${staff.id}:accept`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(rest)),
  };
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const quote = await findQuote(query, input.quoteId);
    if (quote === undefined || quote.snapshot === null) throw notFound();
    const made = await decide(ctx, query, quote, input, staff);
    await keepAnswer(query, request, made, ctx.now);
    return made;
  });
  if (isRefusal(answer)) return answer;
  ctx.nudge();
  return readQuote(ctx, input.quoteId);
}

async function decide(
  ctx: Ctx,
  query: Sql,
  quote: Row<Quote>,
  input: AcceptOnBehalfInput,
  staff: StaffActor,
): Promise<Answer> {
  const { computedHash, snapshot } = await sealAtGate(query, quote);
  const approved = {
    status: quote.status,
    cancelReason: quote.cancelReason,
    snapshot,
    sealedHash: quote.snapshotHash ?? '',
    computedHash,
    sentTo: quote.sentTo ?? '',
    validUntil: quote.validUntil,
    code: null,
    locale: ctx.company.locale,
  };
  const sentOn = today(new Date(quote.approvedAt ?? quote.createdAt), ctx.company.timeZone);
  const agreed = judgeOnBehalf(approved, input, ctx.today, sentOn);
  if (isRefusal(agreed)) return agreed;
  if (snapshot === null) throw new Error('The gate let a damaged quote through');
  const made = await accept(ctx, query, {
    quote,
    snapshot,
    agreed,
    signature: {
      method: 'ON_BEHALF',
      by: staff.name,
      staffId: staff.id,
      reason: input.reason.trim(),
      signedOn: input.signedOn,
    },
  });
  if (isRefusal(made)) return made;
  await settleByAction(ctx, query, quote.familyId, {
    actions: ['ACCEPT_ON_BEHALF'],
    how: 'The quote was accepted on behalf of the customer.',
  });
  return made;
}
