import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { inWords } from '../domain/local-date.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { promiseFollowUps } from '../schedule/follow-ups.ts';
import { requirePermission } from '../staff/require.ts';
import { lastDayProblem } from './quote-input.ts';
import type { ChangeQuoteExpiryInput } from './quote-input.type.ts';
import { quoteToStep } from './quote-step.ts';
import type { Quote } from './quote.entity.ts';
import { readQuote } from './quotes.ts';

/** Sets another last valid day of an open quote, which is the only thing of it that can change. */
export async function changeQuoteExpiry(
  ctx: Ctx,
  input: ChangeQuoteExpiryInput,
): Promise<Row<Quote> | Refusal> {
  requirePermission(ctx, 'APPROVE_QUOTES');
  const problem = lastDayProblem(input.validUntil, ctx.today);
  if (problem !== null) return problem;
  const outcome = await ctx.db.transaction(async (tx) => {
    const quote = await quoteToStep(tx, input);
    if (quote.status !== 'OPEN')
      return refuse('QUOTE_NOT_OPEN', 'Only an open quote has a last valid day to change.');
    const before = quote.validUntil;
    if (before === input.validUntil) return null;
    tx.em.assign(quote, { validUntil: input.validUntil });
    await tx.em.flush();
    await record(ctx, tx.sql, {
      action: 'quote.expiry-changed',
      text: `Valid until ${inWords(input.validUntil)} instead of ${inWords(before)}`,
      quoteId: quote.id,
      customerId: quote.customerId,
      facts: { validUntil: input.validUntil },
    });
    const { id, validUntil, approvedAt = null } = quote;
    await promiseFollowUps(ctx, tx.sql, { id, validUntil, approvedAt });
    return null;
  });
  return outcome ?? readQuote(ctx, input.id);
}
