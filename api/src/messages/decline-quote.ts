import { sql } from 'kysely';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { LostRace } from '../db/retried.ts';
import { declineProblem } from '../domain/quote-message.ts';
import type { Refusal } from '../domain/refusal.ts';
import { textProblem } from '../domain/text-limits.ts';
import { publish } from '../outbox/events.ts';
import { quoteOfLink } from '../portal/quote-of-link.ts';
import { raise } from '../review/raise.ts';
import { requireQuoteLink } from '../staff/require.ts';
import { addMessage } from './new-message.ts';

export type Decline = { number: string | null; revisionHash: string; reason: string };

/** The customer says no: the quote is over, and staff read why. Saying it again changes nothing. Null when it worked. */
export async function declineQuote(ctx: Ctx, input: Decline): Promise<Refusal | null> {
  const link = requireQuoteLink(ctx);
  const problem = textProblem('reason', input.reason, 1_000);
  if (problem !== null) return problem;
  return ctx.db.transaction(async ({ sql: query }) => {
    const quote = await quoteOfLink(query, link, input.number);
    if (quote.cancelReason === 'DECLINED') return null;
    const refusal = declineProblem(quote, input.revisionHash, ctx.today);
    if (refusal !== null) return refusal;
    const cancelNote = input.reason.trim();
    const { numUpdatedRows } = await query
      .updateTable('quote')
      .set({ status: 'CANCELED', cancelReason: 'DECLINED', cancelNote, version: sql`version + 1` })
      .where('id', '=', quote.id)
      .where('status', '=', 'OPEN')
      .where('version', '=', quote.version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new LostRace();
    await addMessage(ctx, query, quote, { kind: 'DECLINE', author: 'Customer', text: cancelNote });
    await record(ctx, query, {
      action: 'quote.canceled',
      text: cancelNote === '' ? 'Declined' : `Declined: ${cancelNote}`,
      quoteId: quote.id,
      customerId: quote.customerId,
    });
    await publish(ctx, query, {
      type: 'quote.canceled',
      data: { quoteId: quote.id, number: quote.number, reason: 'DECLINED' },
    });
    await raise(ctx, query, {
      kind: 'QUOTE_DECLINED',
      title: `${quote.number} was declined`,
      facts: cancelNote === '' ? [] : [{ label: 'Reason', sent: cancelNote, approved: null }],
      dedupeKey: `quote-declined:${quote.id}`,
      quoteId: quote.id,
    });
    return null;
  });
}
