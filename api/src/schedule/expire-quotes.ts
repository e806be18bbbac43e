import { sql } from 'kysely';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { inWords } from '../domain/local-date.ts';
import { publish } from '../outbox/events.ts';
import type { Quote } from '../quotes/quote.entity.ts';

const batch = 100;

/**
 * Ends quotes whose last valid day is over. It only tidies up: the customer's page and the gate ask the calendar themselves
 * (domain/quote.ts), so a late sweep lets nobody sign. Each quote is a transaction of its own and is changed only if it still
 * stands as it was found, so several processes may sweep at once. Returns how many were ended.
 */
export async function expireQuotes(ctx: Ctx): Promise<number> {
  let ended = 0;
  for (;;) {
    const due = await ctx.db.read
      .selectFrom('quote')
      .select(['id', 'version', 'status', 'number', 'validUntil', 'customerId'])
      .where('status', 'in', ['DRAFT', 'AWAITING_APPROVAL', 'OPEN'])
      .where('validUntil', '<', ctx.today)
      .limit(batch)
      .execute();
    for (const quote of due) if (await expire(ctx, quote)) ended += 1;
    if (due.length < batch) return ended;
  }
}

type Due = Pick<Row<Quote>, 'id' | 'version' | 'status' | 'number' | 'validUntil' | 'customerId'>;

async function expire(ctx: Ctx, quote: Due): Promise<boolean> {
  return ctx.db.transaction(async ({ sql: query }) => {
    const { numUpdatedRows } = await query
      .updateTable('quote')
      .set({ status: 'CANCELED', cancelReason: 'EXPIRED', version: sql`version + 1` })
      .where('id', '=', quote.id)
      .where('status', '=', quote.status)
      .where('version', '=', quote.version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    const { id: quoteId, number, customerId } = quote;
    await record(ctx, query, {
      action: 'quote.expired',
      text: `Expired: it was valid until ${inWords(quote.validUntil)}`,
      quoteId,
      customerId,
    });
    await publish(
      ctx,
      query,
      { type: 'quote.expired', data: { quoteId, number, validUntil: quote.validUntil } },
      { type: 'quote.canceled', data: { quoteId, number, reason: 'EXPIRED' } },
    );
    return true;
  });
}
