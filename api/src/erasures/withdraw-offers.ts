import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { publish } from '../outbox/events.ts';

/** Ends whatever the customer could still sign. A signature in the same moment is there before, or finds nothing to sign. */
export async function withdrawOffers(ctx: Ctx, query: Sql, customerId: string): Promise<void> {
  const ended = await query
    .updateTable('quote')
    .set((row) => ({ status: 'CANCELED', cancelReason: 'WITHDRAWN', version: row('version', '+', 1) }))
    .where('customerId', '=', customerId)
    .where('status', 'in', ['DRAFT', 'AWAITING_APPROVAL', 'OPEN'])
    .returning(['id', 'number'])
    .execute();
  for (const { id: quoteId, number } of ended) {
    await record(ctx, query, {
      action: 'quote.canceled',
      text: 'Withdrawn, because the customer asked for their data to be erased',
      quoteId,
      customerId,
    });
    await publish(ctx, query, {
      type: 'quote.canceled',
      data: { quoteId, customerId, number, reason: 'WITHDRAWN' },
    });
  }
}
