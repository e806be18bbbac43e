import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { statement } from '../db/statement.ts';
import type { Quote } from './quote.entity.ts';

/** One quote as it is in the database; the customer's page and the signature both begin with it. */
export const findQuote = async (query: Sql, id: string): Promise<Row<Quote> | undefined> =>
  (await byId(query, { id })).rows[0];

const byId = statement((query, { id }: { id: string }) =>
  query.selectFrom('quote').selectAll().where('id', '=', id),
);
