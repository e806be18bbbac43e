import { findBroken } from '../../api/src/check/check.ts';
import { type Database, type Tx, within } from '../../api/src/db/database.ts';
import type { Company } from './steps.ts';

/** Runs statements as somebody who owns the database: what keeps these tables as they are, is put aside meanwhile. */
export async function unguarded(
  { kind }: Pick<Database, 'kind'>,
  { em }: Tx,
  tables: readonly string[],
  statements: readonly string[],
): Promise<void> {
  const run = (text: string) => em.execute(text, [], 'run');
  if (kind === 'postgres') {
    for (const table of tables) await run(`alter table "${table}" disable trigger all`);
    for (const statement of statements) await run(statement);
    for (const table of tables) await run(`alter table "${table}" enable trigger all`);
    return;
  }
  await run('pragma defer_foreign_keys = on');
  const names = tables.map((table) => `'${table}'`).join();
  const guards = await em.execute<{ name: string; sql: string }[]>(
    `select name, sql from sqlite_master where type = 'trigger' and tbl_name in (${names})`,
  );
  for (const { name } of guards) await run(`drop trigger "${name}"`);
  for (const statement of statements) await run(statement);
  for (const { sql } of guards) await run(sql);
}

class TakenBack extends Error {}

/** What the check finds after such statements, which are then taken back. */
export async function foundAfter(
  db: Database,
  tables: readonly string[],
  statements: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  const tampering = db.transaction(async (tx) => {
    await unguarded(db, tx, tables, statements);
    found.push(...(await findBroken(within(db, tx))).map(({ name }) => name));
    throw new TakenBack();
  });
  await tampering.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return found;
}

/** Whoever owns the database can also take its guards away. */
export async function withoutGuards(office: Company): Promise<void> {
  const isSqlite = office.db.kind === 'sqlite';
  const triggers = await office.rows<{ name: string; tbl: string }>(
    isSqlite
      ? `select name, tbl_name as tbl from sqlite_master where type = 'trigger'`
      : `select distinct trigger_name as name, event_object_table as tbl from information_schema.triggers`,
  );
  for (const { name, tbl } of triggers)
    await office.tamper(`drop trigger "${name}"${isSqlite ? '' : ` on "${tbl}"`}`);
}
