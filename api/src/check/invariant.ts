import { type RawBuilder, sql } from 'kysely';
import type { Sql } from '../db/database.ts';

/** Something that must never be so. The query returns what breaks it; none is good. */
export type Invariant = { name: string; broken(query: Sql): Promise<{ rows: { subject: string }[] }> };

/** A person can do nothing with more, and a broken database must not fill the memory of the one who looks at it. */
const most = 100;

/** One that a query can answer, on either engine and on the live database: each is one statement, so it sees one moment. */
export const check = (name: string, broken: RawBuilder<{ subject: string }>): Invariant => ({
  name,
  broken: (query) =>
    sql<{ subject: string }>`select broken.subject from (${broken}) broken limit ${most}`.execute(query),
});
