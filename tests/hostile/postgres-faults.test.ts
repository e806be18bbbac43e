import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBroken } from '../../api/src/check/check.ts';
import { openDatabase } from '../../api/src/db/database.ts';
import { openPool } from '../../api/src/db/postgres.ts';
import { freshDatabase } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { freePort } from '../support/postgres.ts';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { outcome, sign, tally } from '../support/world-asks.ts';
import type { OpenQuote } from '../support/world-quotes.ts';
import {
  isGone,
  leasesRunOut,
  messageIds,
  recordsOf,
  settled,
  startWorld,
  until,
  type World,
} from '../support/world.ts';

const rounds = Number(process.env['FAULTS'] ?? 4);
const atOnce = 16;

async function openQuotes(world: World, count: number): Promise<OpenQuote[]> {
  const quotes: OpenQuote[] = [];
  while (quotes.length < count) quotes.push(await world.office.openQuote());
  return quotes;
}

/** Signs until it is done, under one key. What came before: always something to come back after. */
async function insist(url: string, quote: OpenQuote): Promise<string[]> {
  const before: string[] = [];
  await until('the quote is signed', async () => {
    const answer = await sign(url, quote, 'the-signature');
    if (outcome(answer) === 'PortalQuote') return true;
    before.push(String(answer.status));
    return false;
  });
  return before;
}

describe('DB-08: PostgreSQL fails', () => {
  let postgres: PostgresServer;
  let world: World;
  let server: ServerProcess;
  beforeAll(async () => {
    postgres = await startPostgres(await freePort());
    world = await startWorld('postgres', postgres.url);
    server = await world.server({ DATABASE_URL: `${world.databaseUrl}?application_name=doomed` });
  });
  afterAll(async () => {
    await world.close();
    await postgres.stop();
  });
  const asPostgres = async (text: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    const { rows } = await client.query<object>(text);
    await client.end();
    return rows;
  };
  const expectAllOnce = async (quotes: readonly OpenQuote[]): Promise<void> => {
    for (const quote of quotes)
      expect(await recordsOf(world, quote.id)).toMatchObject({
        acceptances: 1,
        invoices: 1,
        mails: ['INVOICE', 'QUOTE_LINK', 'SIGNED_QUOTE'],
      });
    expect(await findBroken(world.office.db)).toEqual([]);
    expect(isGone(server.process)).toBe(false);
  };

  test('connections that are cut in the middle of transactions are answered with 503, and whoever comes back signs once', async () => {
    const before: string[] = [];
    let cut = 0;
    // The blows fall where they fall: in some rounds on the work behind alone, and on nobody who signs.
    for (let round = 0; round < rounds || (before.length === 0 && round < 10 * rounds); round += 1) {
      const quotes = await openQuotes(world, atOnce);
      const signing = Promise.all(quotes.map((quote) => insist(server.url, quote)));
      const done = { all: false };
      void signing.then(() => (done.all = true));
      for (let blow = 0; blow < 4 && !done.all; blow += 1) {
        cut += (
          await asPostgres(
            `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed' and xact_start is not null`,
          )
        ).length;
      }
      before.push(...(await signing).flat());
      await expectAllOnce(quotes);
    }
    expect(cut).toBeGreaterThan(0);
    expect(new Set(before)).toEqual(new Set(['503']));
    figure({
      goal: 'DB-08',
      what: 'connections cut in the middle of a transaction',
      on: 'postgres',
      count: cut,
      found: 0,
    });
  });

  test('the whole database killed under load is waited for, and the same process goes on with it', async () => {
    for (let round = 0; round < Math.min(rounds, 2); round += 1) {
      const quotes = await openQuotes(world, atOnce);
      const signing = Promise.all(quotes.map((quote) => insist(server.url, quote)));
      await postgres.kill();
      await until(
        'it is said not to be ready',
        async () => (await fetch(`${server.url}/readyz`)).status === 503,
      );
      await postgres.again();
      const before = (await signing).flat();
      expect(new Set(before)).toEqual(new Set(['503']));
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      await expectAllOnce(quotes);
    }
  });

  test('rows that somebody does not let go of make writers give up with 503 in time, and readers go on', async () => {
    const quotes = await openQuotes(world, atOnce);
    const intruder = new pg.Client({ connectionString: postgres.url });
    await intruder.connect();
    await intruder.query('begin; lock table acceptance in exclusive mode');
    const began = performance.now();
    // More of them than there are connections: those that wait for one give up as well.
    const answers = await Promise.all(quotes.map((quote) => sign(server.url, quote, 'the-signature')));
    expect(performance.now() - began).toBeLessThan(25_000);
    expect(tally(answers.map(({ status }) => String(status)))).toEqual({ 503: atOnce });
    await intruder.query('rollback');
    await intruder.end();
    for (const quote of quotes) expect(await insist(server.url, quote)).toEqual([]);
    await expectAllOnce(quotes);
  });

  test('what was promised meanwhile is done once, also what a cut connection left to a worker that could not say so', async () => {
    // A job whose worker lost its line waits a minute for another; a restart need not.
    expect(await server.stop()).toBe(0);
    await leasesRunOut(world);
    server = await world.server();
    expect(await settled(world)).toEqual([]);
    const ids = new Set(messageIds(world));
    const mails = await world.office.db.read.selectFrom('mail').select('messageId').execute();
    expect([...ids].toSorted()).toEqual(mails.map(({ messageId }) => messageId).toSorted());
  });
});

test('DB-08: a transaction is run again as a whole after a deadlock or a failed serialization, and its work counts once', async () => {
  const url = await freshDatabase('postgres');
  const db = await openDatabase(url);
  const run = (text: string) => db.transaction(({ em }) => em.execute(text, [], 'run'));
  await run('create table purse (id int primary key, amount int not null)');
  await run('insert into purse values (1, 0), (2, 0)');
  let runs = 0;
  const held = new Set<number>();
  let letGo = (): void => undefined;
  const bothHeld = new Promise<void>((resolve) => (letGo = resolve));
  const holding = (id: number): Promise<void> => {
    if (held.add(id).size === 2) letGo();
    return bothHeld;
  };
  /** Adds one to both, in an order that makes the two wait for each other. */
  const add = (order: readonly number[]) =>
    db.transaction(async ({ em }) => {
      runs += 1;
      const isFirst = runs <= 2;
      for (const id of order) {
        await em.execute(`update purse set amount = amount + 1 where id = ${id}`, [], 'run');
        // Each holds its first row before either asks for the other's: then one of them has to be given up.
        if (isFirst) await holding(id);
      }
    });
  await Promise.all([add([1, 2]), add([2, 1])]);
  expect(runs).toBeGreaterThan(2);
  const amounts = async () =>
    (
      await db.transaction(({ em }) =>
        em.execute<{ amount: number }[]>('select amount from purse order by id'),
      )
    ).map(({ amount }) => amount);
  expect(await amounts()).toEqual([2, 2]);
  const increase = () =>
    db.transaction(async ({ em }) => {
      await em.execute('set transaction isolation level serializable', [], 'run');
      const [row] = await em.execute<{ amount: number }[]>('select amount from purse where id = 1');
      await em.execute('select pg_sleep(0.02)');
      await em.execute(`update purse set amount = ${(row?.amount ?? 0) + 1} where id = 1`, [], 'run');
    });
  await Promise.all(Array.from({ length: 8 }, increase));
  expect(await amounts()).toEqual([10, 2]);
  await db.close();
});

test('DB-08: what nobody goes on with is ended by the database, and no connection is waited for for ever', async () => {
  const pool = openPool(await freshDatabase('postgres'));
  const shown = async (name: string) =>
    (await pool.query<Record<string, string>>(`show ${name}`)).rows[0]?.[name];
  expect(await shown('idle_in_transaction_session_timeout')).toBe('30s');
  expect(await shown('lock_timeout')).toBe('10s');
  await pool.end();
});
