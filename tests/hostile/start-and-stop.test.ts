import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBroken } from '../../api/src/check/check.ts';
import { openDatabase } from '../../api/src/db/database.ts';
import { openSqlite } from '../../api/src/db/sqlite.ts';
import { databases, freshDatabase } from '../support/databases.ts';
import { startServer } from '../support/server-process.ts';
import { outcome, sign, tally } from '../support/world-asks.ts';
import { isGone, recordsOf, startWorld, until } from '../support/world.ts';

test.each(databases)(
  'OP-02: two processes that start at once on an empty %s database make one company and one owner',
  async (kind) => {
    const url = await freshDatabase(kind);
    // The secrets of the first start are made in the same folder, too.
    const env = {
      DATABASE_URL: url,
      DATA_DIR: mkdtempSync(join(tmpdir(), 'countersign-both-')),
      LOG_LEVEL: 'silent',
    };
    const both = await Promise.all([startServer(env), startServer(env)]);
    const db = await openDatabase(url);
    const staff = await db.read.selectFrom('staff').select('role').execute();
    expect(staff.map(({ role }) => role).toSorted()).toEqual(['BOOKKEEPER', 'OWNER']);
    expect((await db.read.selectFrom('company').select('id').execute()).length).toBe(1);
    expect((await db.read.selectFrom('customer').select('id').execute()).length).toBe(3);
    expect(await findBroken(db)).toEqual([]);
    expect(await Promise.all(both.map((server) => server.stop()))).toEqual([0, 0]);
    await db.close();
  },
);

test.each(databases)(
  'KL-11: told to stop under load on %s, a process answers what it took and ends with 0',
  async (kind) => {
    const world = await startWorld(kind);
    const server = await world.server();
    const quotes = await Promise.all(Array.from({ length: 40 }, () => world.office.openQuote()));
    const answered: string[] = [];
    const signing = quotes.map(async (quote) => {
      const answer = outcome(await sign(server.url, quote, 'the-signature'));
      answered.push(answer);
      return answer;
    });
    await until('the first is answered', () => answered.length > 0);
    const told = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - told).toBeLessThan(10_000);
    const outcomes = await Promise.all(signing);
    // No 5xx: what was taken is answered, and whoever comes too late finds nobody.
    expect(outcomes.filter((one) => one !== 'PortalQuote' && one !== 'no answer')).toEqual([]);
    // Whoever came too late was turned away before anything was done: no signature without its answer, no answer without its signature.
    for (const [at, quote] of quotes.entries()) {
      const signed = outcomes[at] === 'PortalQuote' ? 1 : 0;
      expect(await recordsOf(world, quote.id)).toMatchObject({ acceptances: signed, invoices: signed });
    }
    expect(tally(outcomes)['PortalQuote']).toBeGreaterThan(0);
    expect(await findBroken(world.office.db)).toEqual([]);
    await world.close();
  },
);

test('KL-11: told to stop twice, a process that waits for a locked database ends at once and without effect', async () => {
  const world = await startWorld('sqlite');
  const server = await world.server();
  const quote = await world.office.openQuote();
  const intruder = openSqlite(world.databaseUrl.slice('sqlite:'.length), 'write');
  intruder.exec('begin immediate');
  const signing = sign(server.url, quote, 'the-signature');
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.process.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(isGone(server.process)).toBe(false);
  const told = performance.now();
  expect(await server.stop()).toBe(1);
  expect(performance.now() - told).toBeLessThan(1500);
  expect(outcome(await signing)).toBe('no answer');
  intruder.exec('rollback');
  intruder.close();
  expect(await recordsOf(world, quote.id)).toMatchObject({ acceptances: 0, invoices: 0 });
  expect(await findBroken(world.office.db)).toEqual([]);
  await world.close();
});
