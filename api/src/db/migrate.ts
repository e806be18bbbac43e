import { sql } from 'kysely';
import type { Database, Sql } from './database.ts';
import { instant } from './instant.ts';
import { OperatorProblem } from '../operator-problem.ts';
import { migrations } from './migrations/migrations.ts';

/** Lets one process at a time prepare the database, until its transaction ends. On SQLite BEGIN IMMEDIATE did it before. */
export async function takeTurns(kind: Database['kind'], query: Sql): Promise<void> {
  if (kind !== 'postgres') return;
  // However long the other one takes.
  await sql`set local lock_timeout = 0`.execute(query);
  await sql`select pg_advisory_xact_lock(4217)`.execute(query);
}

/**
 * Brings the tables up to date in one transaction: all of it or nothing, however it is interrupted. Two processes
 * that start together take turns (SQLite by BEGIN IMMEDIATE, PostgreSQL by an advisory lock), and the second finds
 * nothing left to do. Returns the names of the migrations that ran.
 */
export async function migrate(db: Database, now: Date): Promise<string[]> {
  return db.transaction(async ({ sql: query }) => {
    await takeTurns(db.kind, query);
    await sql`create table if not exists migration (name text not null primary key, run_at text not null)`.execute(
      query,
    );
    const done = await sql<{ name: string }>`select name from migration`.execute(query);
    const names = new Set(done.rows.map((row) => row.name));
    const unknown = [...names].find((name) => !migrations.some((migration) => migration.name === name));
    if (unknown !== undefined) {
      throw new OperatorProblem(
        `The database was written by a newer version of Countersign (migration ${unknown}).`,
      );
    }
    const pending = migrations.filter((migration) => !names.has(migration.name));
    for (const migration of pending) {
      for (const statement of migration[db.kind])
        await sql.raw(db.kind === 'postgres' ? byBytes(statement) : statement).execute(query);
      await sql`insert into migration (name, run_at) values (${migration.name}, ${instant(now)})`.execute(
        query,
      );
    }
    return pending.map((migration) => migration.name);
  });
}

/**
 * PostgreSQL compares texts in the way of the language that a database was made with. Ours go by their bytes on both
 * databases: lists have one order, a cursor goes on where it was made, and two names that differ are never one.
 */
const byBytes = (statement: string): string =>
  /^(create|alter) table /.test(statement)
    ? statement.replaceAll('" text ', '" text collate "C" ')
    : statement;
