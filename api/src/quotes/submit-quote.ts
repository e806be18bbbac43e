import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { canBecome } from '../domain/quote.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { textProblem } from '../domain/text-limits.ts';
import { conflict } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import { contentProblem, reasonsFor } from './quote-approval.ts';
import type { QuoteStepInput, QuoteStepWithNoteInput } from './quote-input.type.ts';
import { customerOf, notDraft, quoteToStep } from './quote-step.ts';
import { Quote } from './quote.entity.ts';
import { readQuote } from './quotes.ts';

/** Asks for approval: the draft waits, complete and unchanged, until somebody decides. */
export async function submitQuote(ctx: Ctx, input: QuoteStepInput): Promise<Row<Quote> | Refusal> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const outcome = await ctx.db.transaction(async ({ em, sql: query }) => {
    const quote = await em.findOneOrFail(Quote, input.id);
    // A repeat after a lost answer.
    if (quote.status === 'AWAITING_APPROVAL' && quote.version === input.version + 1) return null;
    const fixed = notDraft(quote);
    if (fixed !== null) return fixed;
    if (quote.version !== input.version) throw conflict();
    const customer = await customerOf(query, quote.customerId);
    const problem = contentProblem(ctx, quote, customer);
    if (problem !== null) return problem;
    em.assign(quote, { status: 'AWAITING_APPROVAL' });
    await em.flush();
    const reasons = reasonsFor(ctx, quote, customer).map(({ text }) => text);
    await record(ctx, query, {
      action: 'quote.submitted',
      text: ['Asked for approval.', ...reasons].join(' '),
      quoteId: quote.id,
      customerId: quote.customerId,
    });
    return null;
  });
  return outcome ?? readQuote(ctx, input.id);
}

/** Gives a quote that waits back to its writer, who has to know what to change. */
export async function returnQuote(ctx: Ctx, input: QuoteStepWithNoteInput): Promise<Row<Quote> | Refusal> {
  requirePermission(ctx, 'APPROVE_QUOTES');
  const problem = textProblem('note', input.note, 1_000, 1);
  if (problem !== null) return problem;
  const outcome = await ctx.db.transaction(async (tx) => {
    const quote = await quoteToStep(tx, input);
    if (!canBecome(quote.status, 'DRAFT'))
      return refuse('QUOTE_NOT_DRAFT', 'This quote does not wait for approval; nothing was changed.');
    tx.em.assign(quote, { status: 'DRAFT' });
    await tx.em.flush();
    await record(ctx, tx.sql, {
      action: 'quote.returned',
      text: `Returned: ${input.note.trim()}`,
      quoteId: quote.id,
      customerId: quote.customerId,
    });
    return null;
  });
  return outcome ?? readQuote(ctx, input.id);
}
