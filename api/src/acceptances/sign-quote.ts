import { sha256 } from '../sha256.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer, type Keyed } from '../db/idempotency.ts';
import { type Attempt, type FailedCheck, judge } from '../domain/acceptance.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import { notFound } from '../fault.ts';
import { quoteOfLink } from '../portal/quote-of-link.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { requireQuoteLink } from '../staff/require.ts';
import { accept } from './accept.ts';
import { sealAtGate } from './gate-seal.ts';
import { tryCode, useCode } from '../signing-codes/try-code.ts';
import { turnDown } from './turn-down.ts';

export type Signature = Attempt & { idempotencyKey: string; number: string | null; code: string | null };

/**
 * The server countersigns. One transaction: the gate, and with its yes the acceptance, the evidence, the first invoice
 * with its number, the history and the promised mails. With its no, nothing but an item for staff.
 * Plain SQL and no entities: this is the path that has to stand thousands of signatures (see npm run bench).
 */
export async function signQuote(ctx: Ctx, input: Signature): Promise<Refusal | 'SIGNED'> {
  const link = requireQuoteLink(ctx);
  const { idempotencyKey, number, code, ...attempt } = input;
  const request: Keyed = {
    scope: `link:${link.linkId}:sign`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify([number, code, attempt])),
  };
  failpoint('sign.before-transaction');
  const answer = await ctx.db.transaction(async ({ sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const quote = await quoteOfLink(query, link, number);
    if (quote.snapshot === null) throw notFound();
    const made = await countersign(ctx, query, { quote, attempt, code });
    await keepAnswer(query, request, made, ctx.now);
    failpoint('sign.after-outbox');
    return made;
  });
  failpoint('sign.after-commit');
  if (isRefusal(answer)) return answer;
  ctx.nudge();
  return 'SIGNED';
}

/** A reduction that the quote cannot bear any more; a person has to look at both. */
const notBorne = (refusal: Refusal): FailedCheck => ({
  refusal,
  label: 'More than is left',
  sent: null,
  approved: null,
});

type Signing = { quote: Row<Quote>; attempt: Attempt; code: string | null };

async function countersign(ctx: Ctx, query: Sql, signing: Signing): Promise<{ id: string } | Refusal> {
  const { quote, attempt } = signing;
  const { computedHash, snapshot } = await sealAtGate(query, quote);
  const code = snapshot?.mailboxProof === 'CODE' ? await tryCode(ctx, query, quote.id, signing.code) : null;
  const verdict = judge(
    {
      status: quote.status,
      cancelReason: quote.cancelReason,
      snapshot,
      sealedHash: quote.snapshotHash ?? '',
      computedHash,
      sentTo: quote.sentTo ?? '',
      validUntil: quote.validUntil,
      code,
      locale: ctx.company.locale,
    },
    attempt,
    ctx.today,
  );
  if ('failed' in verdict) return turnDown(ctx, query, quote, verdict.failed);
  if (snapshot === null) throw new Error('The gate let a damaged quote through');
  const { signature } = attempt;
  const acceptance = await accept(ctx, query, { quote, snapshot, agreed: verdict.agreed, signature });
  if (isRefusal(acceptance)) return turnDown(ctx, query, quote, [notBorne(acceptance)]);
  if (code !== null) await useCode(ctx, query, quote.id);
  return acceptance;
}
