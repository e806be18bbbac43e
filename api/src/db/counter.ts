import { sql } from 'kysely';
import type { Sql } from './database.ts';

/**
 * The next number of a series, without gaps: the row is updated in the transaction that uses the number, so a
 * rollback takes the number back. On PostgreSQL the row stays locked until the commit: take it last.
 */
export async function nextInSeries(query: Sql, series: string): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into counter (series, value) values (${series}, 1)
    on conflict (series) do update set value = counter.value + 1
    returning value`.execute(query);
  const row = rows[0];
  if (row === undefined) throw new Error(`Series ${series} gave no number`);
  return row.value;
}
