import type { Sql } from '../db/database.ts';
import type { Quote } from './quote.entity.ts';

/** Which offer of the customer it is, and which version of that offer; both from 1 up. */
export type Place = { sequence: number; revision: number };

/**
 * The next place of a quote that is approved now. A new offer is counted on the customer's row, a newer version on its
 * family, both in the transaction that uses the number: no gaps, no doubles. Of two at once on PostgreSQL one waits for
 * the customer's row, or loses at the unique index and runs again.
 */
export async function placeInFamily(
  query: Sql,
  { familyId, customerId }: Pick<Quote, 'familyId' | 'customerId'>,
): Promise<Place> {
  const newest = await query
    .selectFrom('quote')
    .select(['sequence', 'revision'])
    .where('familyId', '=', familyId)
    .where('revision', 'is not', null)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest != null && newest.sequence !== null && newest.revision !== null)
    return { sequence: newest.sequence, revision: newest.revision + 1 };
  const { quoteCount } = await query
    .updateTable('customer')
    .set((row) => ({ quoteCount: row('quoteCount', '+', 1) }))
    .where('id', '=', customerId)
    .returning('quoteCount')
    .executeTakeFirstOrThrow();
  return { sequence: quoteCount, revision: 1 };
}
