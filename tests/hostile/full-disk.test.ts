import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBroken } from '../../api/src/check/check.ts';
import { backup } from '../../api/src/db/backup.ts';
import { openDatabase } from '../../api/src/db/database.ts';
import { cashDesk } from '../support/cash.ts';
import { figure } from '../support/figures.ts';
import { signQuote } from '../support/operations.ts';
import { ownDisk, type OwnDisk } from '../support/own-disk.ts';
import { aCompany, aSignature, type Company } from '../support/steps.ts';
import { outcome, post, sign } from '../support/world-asks.ts';
import type { OpenQuote } from '../support/world-quotes.ts';
import { anEvent, deliver, settled, signed, startWorld, until, type World } from '../support/world.ts';

/** Where the file ends in the middle of a step depends on how full its last pages are, which is another each time. */
const rounds = Number(process.env['FULL_ROUNDS'] ?? 12);
/** How often a disk is filled, and how many more pages are left with each try. */
const tries = 20;
const stride = 4;
const page = 4096;
/** Each of many tries waits for the disk, which on a busy machine is slow. */
const longest = 240_000 + rounds * 10_000;

/** Allows the file so many more pages than it has, of which none is free. */
async function leave({ rows }: Company, pages: number): Promise<void> {
  const [{ page_count: count } = { page_count: 0 }] = await rows<{ page_count: number }>('pragma page_count');
  await rows(`pragma max_page_count = ${count + pages}`);
}
const anyNumber = (office: Company): Promise<unknown> => office.rows('pragma max_page_count = 4294967294');

test(
  'DB-03: a file that may not grow at any step of signing and paying loses nothing, and works as soon as it may',
  async () => {
    const office = await aCompany('sqlite');
    let full = 0;
    const counted = async (quoteId: string) => {
      const [row] = await office.rows<Record<string, number>>(`select
      (select count(*) from acceptance where quote_id = '${quoteId}') as acceptances,
      (select count(*) from invoice where quote_id = '${quoteId}') as invoices,
      (select count(*) from receipt r join invoice i on i.id = r.invoice_id where i.quote_id = '${quoteId}') as receipts`);
      return row;
    };
    for (let round = 0; round < rounds; round += 1) {
      const quote = await office.sentQuote();
      const signature = { input: aSignature(quote) };
      await leave(office, round % 3);
      const answer = await office.run(signQuote, signature, quote.link);
      const signedAtOnce = answer.fault === undefined;
      full += signedAtOnce ? 0 : 1;
      if (!signedAtOnce) {
        expect(answer.fault).toBe('INTERNAL_SERVER_ERROR');
        expect(await counted(quote.id)).toEqual({ acceptances: 0, invoices: 0, receipts: 0 });
      }
      await anyNumber(office);
      expect(await office.run(signQuote, signature, quote.link)).toMatchObject({ status: 'ACCEPTED' });
      expect(await counted(quote.id)).toEqual({ acceptances: 1, invoices: 1, receipts: 0 });
      await office.settle();
    }
    const desk = cashDesk(() => office);
    for (let round = 0; round < rounds; round += 1) {
      const quote = await office.signedQuote();
      await office.settle();
      const money = { idempotencyKey: randomUUID() };
      await leave(office, round % 2);
      const answer = await desk.confirm(quote, money);
      const paidAtOnce = answer.fault === undefined;
      full += paidAtOnce ? 0 : 1;
      if (!paidAtOnce) expect(await counted(quote.id)).toMatchObject({ receipts: 0 });
      await anyNumber(office);
      expect(await desk.confirm(quote, money)).toMatchObject({ status: 'CONFIRMED' });
      expect(await counted(quote.id)).toMatchObject({ receipts: 1 });
      await office.settle();
    }
    expect(full).toBeGreaterThan(0);
    expect(await office.broken()).toEqual([]);
    figure({
      goal: 'DB-03',
      what: 'a file that may not grow, at each page of signing and paying',
      on: 'sqlite',
      count: full,
      found: 0,
    });
    await office.close();
  },
  longest,
);

test(
  'DB-04: files that become read-only while they are in use answer writes with 503 and reads as ever, and all goes on afterwards',
  async () => {
    const world = await startWorld('sqlite');
    const server = await world.server();
    const quote = await world.office.openQuote();
    expect(await settled(world)).toEqual([]);
    const file = world.databaseUrl.slice('sqlite:'.length);
    const lock = (sign: '+' | '-') =>
      execFileSync('chattr', [`${sign}i`, file, `${file}-wal`], { stdio: 'pipe' });
    if (!canLock(lock)) return notHere('no file can be locked (chattr +i)', world);
    const answer = await sign(server.url, quote, 'the-signature');
    const posted = await deliver(server.url, signed(anEvent));
    const asked = { authorization: `Link ${quote.token}` };
    const read = await post(server.url, '{ portalQuote { status } }', {}, asked);
    lock('-');
    expect([answer.status, posted]).toEqual([503, 503]);
    expect(read.data?.['portalQuote']).toEqual({ status: 'OPEN' });
    expect(server.output()).toMatch(/SQLITE_(IOERR_WRITE|READONLY)/);
    expect(outcome(await sign(server.url, quote, 'the-signature'))).toBe('PortalQuote');
    expect(await deliver(server.url, signed(anEvent))).toBe(200);
    expect(await settled(world)).toEqual([]);
    await world.close();
  },
  longest,
);

const cannotMount = 'no disk can be mounted';
/** Whether we are root of the whole machine, as in CI (CAP_SYS_ADMIN). */
const mayMount = (): boolean => {
  const [, rights = '0'] = /^CapEff:\s*(\w+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return process.getuid?.() === 0 && ((BigInt(`0x${rights}`) >> 21n) & 1n) === 1n;
};

function canLock(lock: (sign: '+' | '-') => unknown): boolean {
  try {
    lock('+');
    return true;
  } catch {
    return false;
  }
}

/** Some faults need rights over the machine. Where there are none it is said, and the others have to do; who may, has to. */
async function notHere(why: string, world?: World): Promise<void> {
  if (why === cannotMount) expect([why, mayMount()]).toEqual([why, false]);
  process.stdout.write(`Not tried on this machine: ${why}\n`);
  await world?.close();
}

/** The world's database, copied to the disk, and the address it has there. */
async function copyTo(disk: OwnDisk, world: World): Promise<string> {
  const copy = join(mkdtempSync(join(tmpdir(), 'countersign-copy-')), 'copy.db');
  await backup(world.databaseUrl, copy);
  copyFileSync(copy, disk.outside('test.db'));
  return `sqlite:${join(disk.folder, 'test.db')}`;
}

/** Fills the disk but for so many pages. */
function fill(disk: OwnDisk, pages: number): void {
  const file = disk.outside('fill');
  const piece = Buffer.alloc(4 * 1024 * 1024);
  try {
    for (;;) appendFileSync(file, piece);
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
  truncateSync(file, Math.max(0, statSync(file).size - pages * page));
}
const empty = (disk: OwnDisk): void => rmSync(disk.outside('fill'), { force: true });

async function openQuotes(world: World, count: number): Promise<OpenQuote[]> {
  const quotes: OpenQuote[] = [];
  while (quotes.length < count) quotes.push(await world.office.openQuote());
  return quotes;
}

test(
  'DB-03: a disk that is full at any step, the log included, is answered with 503, and all goes on when there is room',
  async () => {
    const disk = await ownDisk(48);
    if (disk === null) return notHere(cannotMount);
    const world = await startWorld('sqlite');
    const quotes = await openQuotes(world, tries);
    const server = await world.server({ DATABASE_URL: await copyTo(disk, world) }, disk.through);
    const outcomes = { full: 0, signed: 0 };
    for (const [at, quote] of quotes.entries()) {
      fill(disk, at * stride);
      const answer = await sign(server.url, quote, 'the-signature');
      if (outcome(answer) === 'PortalQuote') outcomes.signed += 1;
      else {
        expect([at, answer.status]).toEqual([at, 503]);
        outcomes.full += 1;
      }
      const read = await post(
        server.url,
        '{ portalQuote { status } }',
        {},
        { authorization: `Link ${quote.token}` },
      );
      expect(read.data?.['portalQuote']).toEqual({
        status: outcome(answer) === 'PortalQuote' ? 'ACCEPTED' : 'OPEN',
      });
      empty(disk);
      expect(outcome(await sign(server.url, quote, 'the-signature'))).toBe('PortalQuote');
    }
    expect(outcomes.full).toBeGreaterThan(0);
    expect(outcomes.signed).toBeGreaterThan(0);
    // What was promised in the meantime is done, by the same process: each signature mails the signed quote and the invoice.
    await until('every mail has arrived', async () => (await world.inbox.list()).length >= 2 * quotes.length);
    expect(server.output()).toContain('SQLITE_FULL');
    expect(await server.stop()).toBe(0);
    await expectSound(disk, quotes.length);
    figure({
      goal: 'DB-03',
      what: 'signatures on a disk that is full at one of their steps',
      on: 'sqlite',
      count: outcomes.full,
      found: 0,
    });
    await world.close();
    await disk.close();
  },
  longest,
);

/** Everything that was signed is there, once, and nothing else is. */
async function expectSound(disk: OwnDisk, acceptances: number): Promise<void> {
  const copy = join(mkdtempSync(join(tmpdir(), 'countersign-copy-')), 'copy.db');
  expect(existsSync(disk.outside('test.db-wal'))).toBe(false);
  copyFileSync(disk.outside('test.db'), copy);
  const db = await openDatabase(`sqlite:${copy}`);
  expect(await findBroken(db)).toEqual([]);
  for (const table of ['acceptance', 'invoice'] as const)
    expect((await db.read.selectFrom(table).select('id').execute()).length).toBe(acceptances);
  await db.close();
}

test(
  'DB-03 DB-04: a full disk, a folder, a file or a log that is read-only at the start is refused with one line',
  async () => {
    const disk = await ownDisk(48);
    if (disk === null) return notHere(cannotMount);
    const world = await startWorld('sqlite');
    const env = { DATABASE_URL: await copyTo(disk, world) };
    const start = () => world.server(env, disk.through);
    const refusal = async (): Promise<string[]> => {
      const said = await start().then(
        () => 'it started',
        (error: unknown) => String(error),
      );
      return said
        .replace(/^.*?ready: /s, '')
        .trim()
        .split('\n');
    };
    const inside = (name: string) => join(disk.folder, name);
    const readOnly = (name: string) => {
      disk.run('mount', '--bind', inside(name), inside(name));
      disk.run('mount', '-o', 'remount,bind,ro', inside(name));
    };

    fill(disk, 0);
    expect(await refusal()).toEqual([
      expect.stringMatching(/^The storage cannot be used \((SQLITE_\w+|ENOSPC)\): .* disk is full/),
    ]);
    empty(disk);
    const server = await start();
    await server.kill();
    for (const name of ['test.db', 'test.db-wal', '']) {
      readOnly(name);
      expect(await refusal()).toEqual([
        expect.stringMatching(/cannot be written \(EROFS\)\. The database needs/),
      ]);
      disk.run('umount', inside(name));
    }
    expect(await (await start()).stop()).toBe(0);
    await world.close();
    await disk.close();
  },
  longest,
);
