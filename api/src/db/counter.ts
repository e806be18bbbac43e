import { sql } from 'kysely';
import type { Sql } from './database.ts';
import { statement } from './statement.ts';

/**
 * The next number of a series, without gaps: the row is updated in the transaction that uses the number, so a
 * rollback takes the number back. On PostgreSQL the row stays locked until the commit: take it last.
 */
export async function nextInSeries(query: Sql, series: string): Promise<number> {
  const [row] = (await takeNext(query, { series })).rows;
  if (row === undefined) throw new Error(`Series ${series} gave no number`);
  return row.value;
}

const takeNext = statement((query, { series }: { series: string }) =>
  query
    .insertInto('counter')
    .values({ series, value: 1 })
    .onConflict((conflict) => conflict.column('series').doUpdateSet({ value: sql`counter.value + 1` }))
    .returning('value'),
);
