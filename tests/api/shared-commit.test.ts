import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../api/src/db/database.ts';
import { openSqlite } from '../../api/src/db/sqlite.ts';
import { freshDatabase } from '../support/databases.ts';

let db: Database;
let file: string;

beforeEach(async () => {
  const url = await freshDatabase('sqlite');
  file = url.slice('sqlite:'.length);
  db = await openDatabase(url);
  await run('create table note (text text primary key)');
});
afterEach(() => db.close());

/** One statement in a transaction of its own. */
const run = (statement: string) => db.transaction(({ em }) => em.execute(statement, [], 'run'));

const note = (text: string, failure?: Error) =>
  db.transaction(async ({ em }) => {
    await em.execute('insert into note (text) values (?)', [text], 'run');
    if (failure !== undefined) throw failure;
    return text;
  });

async function notes(): Promise<string[]> {
  const rows = await db.transaction(({ em }) =>
    em.execute<{ text: string }[]>('select text from note order by text'),
  );
  return rows.map(({ text }) => text);
}

test('of transactions that share a commit, one that fails is undone alone', async () => {
  const failure = new Error('no');
  const outcomes = await Promise.allSettled([note('a'), note('b', failure), note('c'), note('a'), note('d')]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(outcomes[1]).toMatchObject({ reason: failure });
  expect(outcomes[3]).toMatchObject({ reason: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' } });
  expect(await notes()).toEqual(['a', 'c', 'd']);
});

test('nobody is answered before the commit, and all fail when it does', async () => {
  await run('create table deed (note text references note (text) deferrable initially deferred)');
  const outcomes = await Promise.allSettled([
    note('a'),
    run("insert into deed (note) values ('missing')"),
    note('b'),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await notes()).toEqual([]);
  await note('c');
  expect(await notes()).toEqual(['c']);
});

test('one that gives up the whole transaction takes the others with it, and the next ones work', async () => {
  const first = note('a');
  const givesUp = db.transaction(async ({ em }) => {
    await em.execute('rollback', [], 'run');
    throw new Error('the disk is full');
  });
  const outcomes = await Promise.allSettled([first, givesUp]);
  const reason = { message: 'the disk is full' };
  expect(outcomes).toMatchObject([
    { status: 'rejected', reason },
    { status: 'rejected', reason },
  ]);
  await note('b');
  expect(await notes()).toEqual(['b']);
});

test('a writer of another process is waited for, and its work is seen', async () => {
  const other = openSqlite(file, 'write');
  other.exec('begin immediate');
  const waiting = Promise.all([note('a'), note('b')]);
  const first = await Promise.race([
    waiting,
    new Promise<string>((resolve) => setImmediate(() => setImmediate(() => resolve('still waiting')))),
  ]);
  expect(first).toBe('still waiting');
  other.exec("insert into note (text) values ('from elsewhere')");
  other.exec('commit');
  other.close();
  expect(await waiting).toEqual(['a', 'b']);
  expect(await notes()).toEqual(['a', 'b', 'from elsewhere']);
});
