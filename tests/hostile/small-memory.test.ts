import { expect, test } from 'vitest';
import { residentMegabytes } from '../bench/process-figures.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { unguarded } from '../support/unguarded.ts';
import { confirm, outcome } from '../support/world-asks.ts';
import { startLoad } from '../support/world-load.ts';
import { depositOf, signedQuote } from '../support/world-journeys.ts';
import { isGone, settled, startWorld, type World } from '../support/world.ts';

/** How many invoices, each with a payment, are downloaded by each; in a release 100,000. */
const rows = Number(process.env['EXPORTED_ROWS'] ?? 12_000);
/** What the server may keep, in megabytes. It stands there with less than half; all rows at once would be more. */
const heap = 60;
const downloads = 4;

test.each(databases)(
  'KL-12: with little memory, and everything downloaded at once beside load, a process on %s answers everybody and lives on',
  async (kind) => {
    const world = await startWorld(kind);
    const server = await world.server({ NODE_OPTIONS: `--max-old-space-size=${heap}` });
    const quote = await signedQuote(world, server.url);
    const { id, gross } = await depositOf(world, quote.id);
    const cash = { invoiceId: id, paymentId: null, amount: gross };
    expect(outcome(await confirm(server.url, world.office.cookie, cash, 'the-cash'))).toBe('Payment');
    expect(await settled(world)).toEqual([]);
    await copy(world, id);
    const load = startLoad(world, server.url);
    const names = Array.from({ length: downloads }, (_, at) => (at % 2 === 0 ? 'invoices' : 'payments'));
    const lines = await Promise.all(names.map((name) => download(world, server.url, name)));
    await load.stop();
    expect(load.facts.wrong).toEqual([]);
    expect(load.facts.signed.length).toBeGreaterThan(0);
    expect(Math.min(...lines)).toBeGreaterThan(rows);
    expect([isGone(server.process), server.output()]).toEqual([false, expect.not.stringContaining('heap')]);
    const megabytes = Math.round(residentMegabytes(server.process.pid ?? 0));
    await remove(world);
    expect(await settled(world)).toEqual([]);
    expect(await server.stop()).toBe(0);
    process.stdout.write(`KL-12 on ${kind}: ${JSON.stringify({ lines: lines[0], megabytes })}\n`);
    const what = `downloads of everything at once by a process with a heap of ${heap} MB`;
    figure({ goal: 'KL-12', what, on: kind, count: downloads, found: 0, worst: { MB: megabytes } });
    await world.close();
  },
  120_000 + rows * 30,
);

/** How many lines came. It reads like somebody on a slow line: for a while not at all. */
async function download({ office }: World, url: string, name: string): Promise<number> {
  const answer = await fetch(`${url}/exports/${name}.csv`, { headers: { cookie: office.cookie } });
  expect(answer.status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 500));
  let lines = 0;
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? [])
    lines += decoder.decode(chunk as Uint8Array, { stream: true }).split('\r\n').length - 1;
  return lines;
}

/** So many invoices like this one, each with its payment. No book knows of them. */
async function copy({ office: { db } }: World, invoiceId: string): Promise<void> {
  const number = db.kind === 'sqlite' ? `printf('%07d', n)` : `lpad(n::text, 7, '0')`;
  const numbers =
    db.kind === 'sqlite'
      ? `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${rows})`
      : `with numbers as (select n from generate_series(1, ${rows}) as n)`;
  const insert = async (table: string, where: string, own: Record<string, string>) =>
    db.transaction(async (tx) => {
      const [row] = await tx.em.execute<object[]>(`select * from ${table} where ${where}`);
      const names = Object.keys(row ?? {});
      const values = names.map((name) => own[name] ?? `t.${name}`);
      const text = `insert into ${table} (${names.map((name) => `"${name}"`).join()}) ${numbers} select ${values.join()} from ${table} t, numbers where ${where.replace(/^/, 't.')}`;
      await unguarded(db, tx, [table], [text]);
    });
  const id = `'bulk-' || ${number}`;
  const none = { acceptance_id: 'null', quote_id: 'null', stage_position: 'null', kind: `'FREE'` };
  const counted = { number: id, series: `'BULK'`, serial: 'n', source_event: id };
  await insert('invoice', `id = '${invoiceId}'`, { id, ...none, ...counted });
  await insert('payment', `invoice_id = '${invoiceId}'`, { id, invoice_id: id });
}

const remove = ({ office: { db } }: World): Promise<void> =>
  db.transaction((tx) =>
    unguarded(
      db,
      tx,
      ['payment', 'invoice'],
      [`delete from payment where id like 'bulk-%'`, `delete from invoice where id like 'bulk-%'`],
    ),
  );
