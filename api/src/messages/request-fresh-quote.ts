import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { mayAskForFresh } from '../domain/quote-message.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { quoteOfLink } from '../portal/quote-of-link.ts';
import { raise } from '../review/raise.ts';
import { requireQuoteLink } from '../staff/require.ts';
import { addMessage } from './new-message.ts';

/** One click on the page of a quote that is over. Asking again changes nothing. Null when it worked. */
export async function requestFreshQuote(ctx: Ctx, input: { number: string | null }): Promise<Refusal | null> {
  const link = requireQuoteLink(ctx);
  return ctx.db.transaction(async ({ sql: query }) => {
    const quote = await quoteOfLink(query, link, input.number);
    if (!mayAskForFresh(quote, ctx.today)) {
      return refuse(
        'INPUT_INVALID',
        'This quote is not over. Please load the page again to see where it stands.',
      );
    }
    const isNew = await raise(ctx, query, {
      kind: 'FRESH_QUOTE_REQUESTED',
      title: `A fresh quote is wanted in place of ${quote.number}`,
      facts: [{ label: 'Valid until', sent: null, approved: quote.validUntil }],
      dedupeKey: `fresh-quote:${quote.id}`,
      quoteId: quote.id,
    });
    if (!isNew) return null;
    await addMessage(ctx, query, quote, { kind: 'FRESH_QUOTE_REQUEST', author: 'Customer', text: '' });
    await record(ctx, query, {
      action: 'quote.fresh-requested',
      text: 'Asked for a fresh quote',
      quoteId: quote.id,
      customerId: quote.customerId,
    });
    return null;
  });
}
