import { randomInt } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBroken } from '../../api/src/check/check.ts';
import { backup } from '../../api/src/db/backup.ts';
import { openDatabase } from '../../api/src/db/database.ts';
import { openSqlite } from '../../api/src/db/sqlite.ts';
import { sha256 } from '../../api/src/sha256.ts';
import { figure } from '../support/figures.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { outcome, sign } from '../support/world-asks.ts';
import type { OpenQuote } from '../support/world-quotes.ts';
import { isGone, startWorld, until, type World } from '../support/world.ts';

const flips = Number(process.env['FLIPS'] ?? 12);
const pageSize = 4096;
/** The files that make a database, by what comes after its name. Without the index of the log, which is made anew. */
const parts = ['', '-wal', '-seen'];

/** Copies the files of a database, as they lie there, into a folder of their own. */
function pictureOf(file: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'countersign-picture-')), 'test.db');
  for (const part of parts) if (existsSync(file + part)) copyFileSync(file + part, copy + part);
  return copy;
}
/** An empty log is none. */
const bytesOf = (file: string) =>
  parts
    .map((part) => (existsSync(file + part) ? readFileSync(file + part) : Buffer.alloc(0)))
    .map((bytes) => sha256(bytes));

/** Turns a random bit of such a column in the file, where it lies on one page. */
function flipIn(at: string, table: string, column: string): void {
  const database = openSqlite(at, 'read');
  const read = database
    .prepare<[], Buffer>(`select cast(${column} as blob) from ${table} where ${column} is not null`)
    .pluck();
  const before = read.all();
  database.close();
  const bytes = readFileSync(at);
  for (;;) {
    const value = before[randomInt(before.length)] ?? Buffer.alloc(0);
    const start = randomInt(value.length - 40);
    const place = bytes.indexOf(value.subarray(start, start + 40));
    if (place < 0) continue;
    const byte = place + randomInt(40);
    const was = bytes[byte] ?? 0;
    bytes[byte] = was ^ (1 << randomInt(8));
    writeFileSync(at, bytes);
    // The same words may stand in another row, or in an old copy on a page that nobody uses.
    const changed = openSqlite(at, 'read');
    const after = changed.prepare<[], Buffer>(read.source).pluck().all();
    changed.close();
    if (after.some((one, row) => !one.equals(before[row] ?? one))) return;
    bytes[byte] = was;
  }
}

describe('DB-06: a damaged database', () => {
  let world: World;
  /** As the crash left it, with a log that holds what was written last. */
  let crashed: string;
  /** The same after a proper end: one file, and the note. */
  let folded: string;
  /** A quote that waits to be signed. */
  let late: OpenQuote;
  /** A backup that was made before the last things were written. */
  let older: string;
  const file = () => world.databaseUrl.slice('sqlite:'.length);
  const signOne = async (server: ServerProcess) =>
    expect(outcome(await sign(server.url, await world.office.openQuote(), 'the-signature'))).toBe(
      'PortalQuote',
    );

  beforeAll(async () => {
    world = await startWorld('sqlite');
    const server = await world.server();
    for (let count = 0; count < 5; count += 1) await signOne(server);
    older = join(mkdtempSync(join(tmpdir(), 'countersign-older-')), 'test.db');
    await backup(world.databaseUrl, older);
    for (let count = 0; count < 5; count += 1) await signOne(server);
    // From here on the log holds no more than what is written now.
    const folding = openSqlite(file(), 'write');
    folding.pragma('wal_checkpoint(restart)');
    folding.close();
    late = await world.office.openQuote();
    for (let count = 0; count < 5; count += 1) await signOne(server);
    await until('the newest entry is noted', async () => {
      const newest = await world.office.db.read
        .selectFrom('audit')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirst();
      return existsSync(`${file()}-seen`) && readFileSync(`${file()}-seen`, 'utf8').trim() === newest?.id;
    });
    await server.kill();
    crashed = pictureOf(file());
    folded = pictureOf(crashed);
    openSqlite(folded, 'write').close();
  });
  afterAll(() => world.close());

  const start = (at: string) => startServer({ DATABASE_URL: `sqlite:${at}`, LOG_LEVEL: 'silent' });
  /** What the start on these files is refused with, after a look that nothing of them was touched. */
  const refusalOn = async (at: string): Promise<string> => {
    const before = bytesOf(at);
    const said = await start(at).then(
      async (server) => {
        await server.kill();
        return 'it started';
      },
      (error: unknown) =>
        String(error)
          .replace(/^.*?ready: /s, '')
          .trim(),
    );
    if (said !== 'it started') expect(bytesOf(at)).toEqual(before);
    return said;
  };
  const damaged = expect.stringMatching(
    /^The database \S+ is damaged \(.*\)\. Nothing is served from it\..*last backup[^\n]*$/,
  );
  const olderThanItWas = expect.stringMatching(
    /^The database \S+ is older than it was: .*remove \S+-seen and start again\.$/,
  );

  test('is told from one that a crash left whole', async () => {
    expect([existsSync(`${crashed}-wal`), existsSync(`${folded}-wal`)]).toEqual([true, false]);
    for (const whole of [crashed, folded]) expect(await (await start(pictureOf(whole))).stop()).toBe(0);
  });

  test('is refused for one changed byte in the structure of any page', async () => {
    const database = openSqlite(folded, 'read');
    const pages = database
      // On a page without an entry no bit of its structure is worth anything, and SQLite does not look at it.
      .prepare(
        `select pageno from dbstat where pagetype in ('internal', 'leaf') and pageno > 1 and ncell > 0`,
      )
      .pluck()
      .all() as number[];
    database.close();
    for (let round = 0; round < flips; round += 1) {
      const at = pictureOf(folded);
      const bytes = readFileSync(at);
      const page = (pages[randomInt(pages.length)] ?? 2) - 1;
      // The kind of the page, or how many entries it has.
      const offset = page * pageSize + (round % 2 === 0 ? 0 : 4);
      bytes[offset] = (bytes[offset] ?? 0) ^ (1 << randomInt(8));
      writeFileSync(at, bytes);
      expect([page, await refusalOn(at)]).toEqual([page, damaged]);
    }
    figure({
      goal: 'DB-06',
      what: 'one bit of the structure of a page is another',
      on: 'sqlite',
      count: flips,
      found: 0,
    });
  });

  test('with one changed bit in what was sealed is named by the check', async () => {
    const sealed = [
      ['quote', 'snapshot', 'an approved quote matches its seal'],
      ['acceptance', 'evidence', 'the evidence of an acceptance matches its hash'],
      ['document', 'bytes', 'a kept document matches its hash'],
    ] as const;
    for (let round = 0; round < flips; round += 1) {
      const [table, column, finding] = sealed[round % sealed.length] ?? sealed[0];
      const at = pictureOf(folded);
      flipIn(at, table, column);
      const db = await openDatabase(`sqlite:${at}`);
      const found = (await findBroken(db)).map(({ name }) => name);
      await db.close();
      expect([table, found]).toEqual([table, expect.arrayContaining([finding])]);
    }
    const what = 'one bit of what was sealed is another, found by check';
    figure({ goal: 'DB-06', what, on: 'sqlite', count: flips, found: 0 });
  });

  test('is refused when it is shorter than it says, or no database at all', async () => {
    for (const lost of [1, pageSize, 40 * pageSize]) {
      const at = pictureOf(folded);
      truncateSync(at, readFileSync(at).length - lost);
      expect([lost, await refusalOn(at)]).toEqual([lost, damaged]);
    }
    const at = pictureOf(folded);
    writeFileSync(at, 'This is no database.');
    expect(await refusalOn(at)).toEqual(damaged);
  });

  test('is refused when its log was removed, and with it what was written last', async () => {
    const at = pictureOf(crashed);
    rmSync(`${at}-wal`);
    expect(await refusalOn(at)).toEqual(olderThanItWas);
  });

  test('is refused when an older copy was put in its place, with or without the log that was there', async () => {
    const beside = pictureOf(crashed);
    copyFileSync(older, beside);
    expect(await refusalOn(beside)).toMatch(/is damaged|is older than it was/);
    const alone = pictureOf(beside);
    rmSync(`${alone}-wal`);
    expect(await refusalOn(alone)).toEqual(olderThanItWas);
    // Who restores a backup on purpose says so.
    rmSync(`${alone}-seen`);
    expect(await (await start(alone)).stop()).toBe(0);
  });

  test('is refused when an old log lies beside a newer file', async () => {
    const at = pictureOf(folded);
    const server = await start(at);
    expect(outcome(await sign(server.url, late, 'the-signature'))).toBe('PortalQuote');
    await until(
      'the new entries are noted',
      () => readFileSync(`${at}-seen`, 'utf8') !== readFileSync(`${folded}-seen`, 'utf8'),
    );
    expect(await server.stop()).toBe(0);
    copyFileSync(`${crashed}-wal`, `${at}-wal`);
    expect(await refusalOn(at)).toMatch(/is damaged|is older than it was/);
  });

  test('is refused when the file is gone and something of it is left', async () => {
    const at = pictureOf(crashed);
    rmSync(at);
    expect(await refusalOn(at)).toMatch(
      /^There is \S+-wal, but no \S+: the database was moved, or a disk is not there\./,
    );
  });

  test('that is large is read beside the work, and ends it when it is damaged', async () => {
    const at = pictureOf(folded);
    const large = openSqlite(at, 'write');
    large.exec('create table filling (id integer primary key, text text)');
    const insert = large.prepare('insert into filling (text) values (?)');
    large.transaction(() => {
      for (let row = 0; row < 22_000; row += 1) insert.run('x'.repeat(3300));
    })();
    const page = large
      .prepare(`select pageno from dbstat where name = 'filling' and pagetype = 'leaf' limit 1 offset 5000`)
      .pluck()
      .get() as number;
    large.close();
    const healthy = await start(pictureOf(at));
    expect(await healthy.stop()).toBe(0);
    const file = openSync(at, 'r+');
    writeSync(file, Buffer.from([99]), 0, 1, (page - 1) * pageSize);
    closeSync(file);
    const server = await start(at);
    await until('the process has ended', () => isGone(server.process), 60_000);
    expect(server.process.exitCode).toBe(1);
    expect(server.output().trim().split('\n').at(-1)).toEqual(damaged);
  });

  test('that is damaged while it is in use ends the process, with what to do', async () => {
    const at = pictureOf(folded);
    const server = await start(at);
    const bytes = readFileSync(at);
    bytes.fill(0xaa, 8 * pageSize);
    writeFileSync(at, bytes);
    await until('the process has ended', async () => {
      await fetch(`${server.url}/readyz`).catch(() => null);
      return isGone(server.process);
    });
    expect(server.process.exitCode).toBe(1);
    expect(server.output().trim().split('\n').at(-1)).toEqual(damaged);
  });
});
