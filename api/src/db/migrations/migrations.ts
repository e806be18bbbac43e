import { start as startPostgres } from './0001-start.postgres.ts';
import { start as startSqlite } from './0001-start.sqlite.ts';

/** A change of the tables, in the SQL of each database. Its name is its identity; what was released never changes. */
export type Migration = { name: string; sqlite: readonly string[]; postgres: readonly string[] };

export const migrations: readonly Migration[] = [
  { name: '0001-start', sqlite: startSqlite, postgres: startPostgres },
];
