import { sql } from 'kysely';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { publish } from '../outbox/events.ts';
import type { Quote } from './quote.entity.ts';

/**
 * Ends the version that is open, because a newer one is sent in the same transaction. Whoever signs the older one at this
 * moment either did so before, then the newer one is not sent any more, or finds it ended. A refusal when it was signed.
 */
export async function supersedeOpen(
  ctx: Ctx,
  query: Sql,
  quote: Pick<Quote, 'id' | 'familyId' | 'customerId'>,
): Promise<Refusal | null> {
  // On PostgreSQL this waits for a signature under way and then does not find the quote open.
  const ended = await query
    .updateTable('quote')
    .set({ status: 'CANCELED', cancelReason: 'SUPERSEDED', version: sql`version + 1` })
    .where('familyId', '=', quote.familyId)
    .where('id', '!=', quote.id)
    .where('status', '=', 'OPEN')
    .returning(['id', 'number'])
    .execute();
  if (ended.length === 0 && (await acceptedOf(query, quote.familyId)) !== undefined) return alreadyAccepted();
  for (const { id: quoteId, number } of ended) {
    await record(ctx, query, {
      action: 'quote.canceled',
      text: 'Replaced by a newer version',
      quoteId,
      customerId: quote.customerId,
      facts: { replacedBy: quote.id },
    });
    const data = { quoteId, number, reason: 'SUPERSEDED', replacedBy: quote.id };
    await publish(ctx, query, { type: 'quote.canceled', data });
  }
  return null;
}

/** The version of an offer that was signed, if there is one. */
export const acceptedOf = (query: Sql, familyId: string) =>
  query
    .selectFrom('quote')
    .select('number')
    .where('familyId', '=', familyId)
    .where('status', '=', 'ACCEPTED')
    .executeTakeFirst();

export const alreadyAccepted = (): Refusal =>
  refuse(
    'QUOTE_ALREADY_ACCEPTED',
    'The customer signed the version before. What changes now is another quote: duplicate this one.',
  );
