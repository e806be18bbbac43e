import type { ExpressionBuilder } from 'kysely';
import type { Sql } from '../db/database.ts';
import type { Tables } from '../db/entities.ts';
import { erasedWord } from '../domain/erased-words.ts';
import type { Taking } from './take-quotes.ts';

type Entry = ExpressionBuilder<Tables, 'audit'>;

/** What the history says in words, with the salt. Who did what and when stays, and with it the chain. */
export async function takeHistory(query: Sql, { erasureId, customerId, isAll }: Taking): Promise<void> {
  const ofQuotes = (row: Entry) => {
    const quotes = row.selectFrom('quote').select('id').where('customerId', '=', customerId);
    return row('quoteId', 'in', isAll ? quotes : quotes.where('approvedAt', 'is', null));
  };
  // One at a time, so that each goes along its own index.
  const parts = isAll
    ? [
        ofQuotes,
        (row: Entry) =>
          row('invoiceId', 'in', row.selectFrom('invoice').select('id').where('customerId', '=', customerId)),
        (row: Entry) =>
          row.and([
            row('customerId', '=', customerId),
            row('quoteId', 'is', null),
            row('invoiceId', 'is', null),
          ]),
      ]
    : [ofQuotes];
  for (const part of parts) {
    await query
      .updateTable('audit')
      .set({ text: erasedWord, facts: '{}', salt: null, erasureId })
      .where('erasureId', 'is', null)
      // What tells of the erasure itself names nobody.
      .where('action', 'not in', ['customer.erased', 'customer.restricted'])
      .where(part)
      .execute();
  }
}
