import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { isDamage } from './damage.ts';

/** More statements than the product has; the ORM writes values into its texts, so without an end this would be a leak. */
const most = 300;

/**
 * A connection that prepares each statement once. Preparing took 15 % of a signature's time: SQLite plans the statement
 * anew every time. Kysely reads each result to its end before the next call, so a statement is never in use twice.
 * Tells of an error after which the file cannot be trusted, before whoever asked hears of it.
 */
export function preparedOnce(database: Database.Database, onDamage: (error: Error) => void): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = watched(database.prepare(text), onDamage);
    const [oldest] = prepared.keys();
    if (prepared.size === most && oldest !== undefined) prepared.delete(oldest);
    prepared.set(text, statement);
    return statement;
  };
  return { prepare, close: () => void database.close() };
}

/** Nothing reads row by row: what iterates is only watched while it begins. */
function watched(statement: Database.Statement, onDamage: (error: Error) => void): SqliteStatement {
  const watch = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof Error && isDamage(error)) onDamage(error);
      throw error;
    }
  };
  return {
    reader: statement.reader,
    all: (parameters) => watch(() => statement.all(parameters)),
    run: (parameters) => watch(() => statement.run(parameters)),
    iterate: (parameters) => watch(() => statement.iterate(parameters)) as IterableIterator<unknown>,
  };
}
