import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { canCancel } from '../domain/quote.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { textProblem } from '../domain/text-limits.ts';
import { conflict } from '../fault.ts';
import { publish } from '../outbox/events.ts';
import { requirePermission } from '../staff/require.ts';
import type { QuoteStepWithNoteInput } from './quote-input.type.ts';
import { Quote } from './quote.entity.ts';
import { readQuote } from './quotes.ts';

/** Takes a draft or an open quote back. The customer's link then says so; an accepted quote stays accepted. */
export async function cancelQuote(ctx: Ctx, input: QuoteStepWithNoteInput): Promise<Row<Quote> | Refusal> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const problem = textProblem('note', input.note, 1_000);
  if (problem !== null) return problem;
  const note = input.note.trim();
  const outcome = await ctx.db.transaction(async ({ em, sql: query }) => {
    const quote = await em.findOneOrFail(Quote, input.id);
    // A writer may end what is still a draft; the rest was decided by somebody who may.
    if (quote.status !== 'DRAFT') requirePermission(ctx, 'APPROVE_QUOTES');
    if (!canCancel(quote.status, 'WITHDRAWN'))
      return refuse('QUOTE_NOT_OPEN', 'This quote is accepted or canceled already; nothing was changed.');
    if (quote.version !== input.version) throw conflict();
    em.assign(quote, { status: 'CANCELED', cancelReason: 'WITHDRAWN', cancelNote: note });
    await em.flush();
    const { id: quoteId, customerId, number = null } = quote;
    const text = note === '' ? 'Withdrawn' : `Withdrawn: ${note}`;
    await record(ctx, query, { action: 'quote.canceled', text, quoteId, customerId });
    await publish(ctx, query, {
      type: 'quote.canceled',
      data: { quoteId, customerId, number, reason: 'WITHDRAWN' },
    });
    return null;
  });
  return outcome ?? readQuote(ctx, input.id);
}
