import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { conflict } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import type { QuoteStepInput } from './quote-input.type.ts';
import { Quote } from './quote.entity.ts';
import { readQuote } from './quotes.ts';

/** Takes a quote out of the lists. What waits for an answer stays in sight. */
export const archiveQuote = (ctx: Ctx, input: QuoteStepInput): Promise<Row<Quote> | Refusal> =>
  putAway(ctx, input, true);

/** Puts an archived quote back into the lists. */
export const restoreQuote = (ctx: Ctx, input: QuoteStepInput): Promise<Row<Quote> | Refusal> =>
  putAway(ctx, input, false);

async function putAway(ctx: Ctx, input: QuoteStepInput, away: boolean): Promise<Row<Quote> | Refusal> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const outcome = await ctx.db.transaction(async ({ em, sql: query }) => {
    const quote = await em.findOneOrFail(Quote, input.id);
    if ((quote.archivedAt != null) === away) return null;
    if (quote.version !== input.version) throw conflict();
    if (away && (quote.status === 'OPEN' || quote.status === 'AWAITING_APPROVAL'))
      return refuse('QUOTE_NOT_OPEN', 'This quote still waits for an answer. Cancel it first.');
    em.assign(quote, { archivedAt: away ? ctx.now : null });
    await em.flush();
    await record(ctx, query, {
      action: away ? 'quote.archived' : 'quote.restored',
      text: away ? 'Archived' : 'Restored from the archive',
      quoteId: quote.id,
      customerId: quote.customerId,
    });
    return null;
  });
  return outcome ?? readQuote(ctx, input.id);
}
