import DataLoader from 'dataloader';
import type { Sql } from '../db/database.ts';

/** How many lines of each statement wait to be matched. */
export const toMatchOfStatement = (query: Sql) =>
  new DataLoader<string, number>(async (statementIds) => {
    const rows = await query
      .selectFrom('bankLine')
      .select(['statementId', ({ fn }) => fn.countAll<number | string>().as('count')])
      .where('statementId', 'in', statementIds)
      .where('status', '=', 'TO_MATCH')
      .groupBy('statementId')
      .execute();
    const counts = new Map(rows.map(({ statementId, count }) => [statementId, Number(count)]));
    return statementIds.map((id) => counts.get(id) ?? 0);
  });
