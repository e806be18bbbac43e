import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBroken } from '../../api/src/check/check.ts';
import { backup } from '../../api/src/db/backup.ts';
import { openDatabase } from '../../api/src/db/database.ts';
import { openSqlite } from '../../api/src/db/sqlite.ts';
import { freshDatabase } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { openOffice } from '../support/world-quotes.ts';

/** How long is written: seconds here, an hour for the figures that are published. */
const seconds = Number(process.env['CHECKPOINT_SECONDS'] ?? 5);
const writing = new URL('../support/world-writing.ts', import.meta.url);

test(
  'DB-11 G19: of two processes that write while the log is folded in again and again and backups run, nothing is lost',
  async () => {
    const url = await freshDatabase('sqlite');
    const office = await openOffice(url);
    const file = url.slice('sqlite:'.length);
    const writers = ['one', 'two'].map((series) => fork(writing, [url, series], { execArgv: [] }));
    await Promise.all(writers.map((writer) => once(writer, 'message')));
    const until = Date.now() + seconds * 1000;
    const folder = mkdtempSync(join(tmpdir(), 'countersign-backups-'));
    const folding = openSqlite(file, 'write');
    folding.pragma('busy_timeout = 50');
    const counts = { folded: 0, copied: 0 };
    const copying = (async () => {
      while (Date.now() < until) {
        const target = join(folder, `copy-${counts.copied}.db`);
        await backup(url, target);
        const copy = await openDatabase(`sqlite:${target}`);
        // A copy of a moment: each series without a gap, up to where it was.
        for (const series of ['one', 'two'])
          expect(await lastOf(copy, series)).toBe(await countOf(copy, series));
        await copy.close();
        counts.copied += 1;
      }
    })();
    while (Date.now() < until) {
      for (const how of ['restart', 'truncate', 'passive']) {
        const [answer] = folding.pragma(`wal_checkpoint(${how})`) as { busy: number }[];
        counts.folded += answer?.busy === 0 ? 1 : 0;
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await copying;
    const acknowledged = await Promise.all(
      writers.map(async (writer) => {
        const told = once(writer, 'message') as Promise<[number]>;
        writer.send('stop');
        return (await told)[0];
      }),
    );
    folding.close();
    expect(acknowledged.every((count) => count > 0)).toBe(true);
    for (const [at, series] of ['one', 'two'].entries()) {
      expect(await countOf(office.db, series)).toBe(acknowledged[at]);
      expect(await lastOf(office.db, series)).toBe(acknowledged[at]);
    }
    expect(counts.folded).toBeGreaterThan(0);
    expect(counts.copied).toBeGreaterThan(0);
    expect(await findBroken(office.db)).toEqual([]);
    await office.close();
    const whole = openSqlite(file, 'read');
    expect(whole.pragma('integrity_check', { simple: true })).toBe('ok');
    whole.close();
    const total = acknowledged.reduce((sum, count) => sum + count, 0);
    const what = 'writes of two processes while the log is folded in and backups run';
    const counted = { seconds, folded: counts.folded, copies: counts.copied };
    figure({ goal: 'G19', what, on: 'sqlite', count: total, found: 0, counted });
  },
  60_000 + seconds * 2000,
);

type Db = Awaited<ReturnType<typeof openDatabase>>;
const ofSeries = (db: Db, series: string) => db.read.selectFrom('idempotency').where('scope', '=', series);
const countOf = async (db: Db, series: string): Promise<number> =>
  Number(
    (
      await ofSeries(db, series)
        .select((row) => row.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );
const lastOf = async (db: Db, series: string): Promise<number> =>
  Number(
    (
      await ofSeries(db, series)
        .select((row) => row.fn.max('key').as('n'))
        .executeTakeFirstOrThrow()
    ).n ?? 0,
  );
