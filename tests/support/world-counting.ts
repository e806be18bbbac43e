import { type Database, openDatabase } from '../../api/src/db/database.ts';
import { openSqlite } from '../../api/src/db/sqlite.ts';

// A process of its own (DB-01): reads a counter and writes it back plus one, 200 times, and tells which tries failed.

const [, , url = '', how = ''] = process.argv;
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** The way of the product. */
const ours = (db: Database) => (): Promise<unknown> =>
  db.transaction(async ({ sql: query }) => {
    const row = await query
      .selectFrom('counter')
      .select('value')
      .where('series', '=', 'hostile')
      .executeTakeFirst();
    const value = (row?.value ?? 0) + 1;
    const write = query.insertInto('counter').values({ series: 'hostile', value });
    await write.onConflict((conflict) => conflict.column('series').doUpdateSet({ value })).execute();
  });

/** What an ORM does that says no more than BEGIN. */
function deferred(): () => Promise<unknown> {
  const database = openSqlite(url.slice('sqlite:'.length), 'write');
  const read = database.prepare(`select value from counter where series = 'hostile'`).pluck();
  const write = database.prepare(`update counter set value = ? where series = 'hostile'`);
  const all = database.transaction(() => write.run(Number(read.get()) + 1));
  return async () => all.deferred();
}

async function main(): Promise<void> {
  const db = await openDatabase(url);
  const once = how === 'ours' ? ours(db) : deferred();
  process.send?.('ready');
  await new Promise((resolve) => process.once('message', resolve));
  const failed: string[] = [];
  for (let round = 0; round < 200; round += 1) {
    try {
      await once();
    } catch (error) {
      failed.push(codeOf(error));
    }
  }
  await db.close();
  process.send?.(failed, () => process.exit(0));
}

await main();
