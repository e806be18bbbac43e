import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { notFound } from '../fault.ts';
import type { Quote } from './quote.entity.ts';

/**
 * An accepted quote, held until the transaction ends: a change that writes nothing makes every other writer of the row wait,
 * in both databases. So what is invoiced and what a signed change takes off are decided one after the other. Throws NOT_FOUND.
 */
export async function holdQuote(query: Sql, id: string): Promise<Row<Quote>> {
  const quote = await query
    .updateTable('quote')
    .set((row) => ({ searchKey: row.ref('searchKey') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (quote === undefined) throw notFound();
  return quote;
}
