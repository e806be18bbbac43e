import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { systemContext } from '../../api/src/context.ts';
import { instant } from '../../api/src/db/instant.ts';
import { queueMails } from '../../api/src/mails/queue-mails.ts';
import { leaseDue } from '../../api/src/outbox/lease.ts';
import { finish, putBack } from '../../api/src/outbox/outcome.ts';
import { startWorker } from '../../api/src/outbox/worker.ts';
import { MailRefused, type OutgoingMail } from '../../api/src/ports.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { resendMail } from '../support/operations.ts';
import { aKey, type Sent } from '../support/steps.ts';

/** How many mails two workers share. */
const shared = Number(process.env['SHARED_MAILS'] ?? 300);
/** How many mails wait in the outbox. */
const manyRows = Number(process.env['OUTBOX_ROWS'] ?? 5_000);
/** How many of them are sent while the memory is watched. */
const watched = Math.min(manyRows, Number(process.env['WATCHED_MAILS'] ?? 240));
/** What is in use once all that nobody needs is gone. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapInUse = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

describe.each(databases)('the worker and its mails, on %s', (kind) => {
  const office = companyOn(kind, 'after each');
  let queuedSoFar = 0;
  const mailsTo = (quote: Sent, count: number, recipient: string) =>
    Array.from({ length: count }, (_, at) => ({
      kind: 'FRESH_LINK' as const,
      quoteId: quote.id,
      customerId: quote.customer.id,
      recipient,
      dedupeKey: `test:${(queuedSoFar += 1)}:${at}`,
    }));
  async function queue(...quotes: [quote: Sent, count: number, recipient?: string][]): Promise<string[]> {
    const ctx = await systemContext(office().app.instance, 'test');
    const mails = quotes.flatMap(([quote, count, recipient]) =>
      mailsTo(quote, count, recipient ?? 'Ana@silvadental.example'),
    );
    return office().db.transaction(({ sql }) => queueMails(ctx, sql, ...mails));
  }
  const sentOf = (ids: readonly string[]): OutgoingMail[] =>
    office().mailer.sent.filter(({ messageId }) => ids.some((id) => messageId.startsWith(`<${id}`)));
  const statusOf = async (id: string) =>
    (await office().rows<{ status: string }>(`select status from mail where id = '${id}'`))[0]?.status;

  test('ML-06: a mail goes to the address that it was queued for; the next one to the new one', async () => {
    const customer = await office().customer({ email: 'old@silvadental.example' });
    const quote = await office().sentQuote({}, customer.id);
    const [id = ''] = await queue([quote, 1, 'old@silvadental.example']);
    await office().tamper(
      `update customer set email = 'new@silvadental.example' where id = '${customer.id}'`,
    );
    await office().settle();
    expect(sentOf([id]).map(({ to }) => to)).toEqual(['old@silvadental.example']);
    // What was approved for that mailbox stays there; what is written from now on goes to the new one.
    const again = { input: { idempotencyKey: aKey(), mailId: id, recipient: 'new@silvadental.example' } };
    expect(await office().run(resendMail, again, await office().as('STAFF'))).toMatchObject({
      code: 'MAIL_NOT_SENDABLE',
    });
    const before = office().mailer.sent.length;
    await office().sentQuote({}, customer.id);
    const next = office().mailer.sent.slice(before);
    expect(next.map(({ to }) => to)).toEqual(['new@silvadental.example']);
    // Seen later, the mail still says where it went.
    expect(await office().rows(`select recipient from mail where id = '${id}'`)).toEqual([
      { recipient: 'old@silvadental.example' },
    ]);
  });

  test('ML-07: a mail that cannot be written is given up alone, and the others of its customer go on', async () => {
    const quote = await office().sentQuote();
    const [broken = '', ...whole] = await queue([quote, 4]);
    await office().tamper(
      `update mail set kind = 'QUOTE_ANSWER', quote_message_id = 'nobody' where id = '${broken}'`,
    );
    await office().settle();
    expect(sentOf(whole)).toHaveLength(3);
    expect(await statusOf(broken)).toBe('QUEUED');
    for (let tries = 0; tries < 40; tries += 1) {
      office().clock.advance(2 * 3_600_000);
      await office().settle();
    }
    expect(await statusOf(broken)).toBe('FAILED');
    const items = await office().rows(`select kind from review_item where subject_id = '${broken}'`);
    expect(items).toEqual([{ kind: 'DELIVERY_FAILED' }]);
    await office().tamper(`update mail set quote_message_id = null where id = '${broken}'`);
  });

  test(`ML-08: ${manyRows.toLocaleString('en-US')} mails of one customer wait, and the mails of another do not`, async () => {
    await office().settle();
    const [greedy, modest] = [
      await office().sentQuote(),
      await office().sentQuote({}, (await office().customer()).id),
    ];
    const alone = performance.now();
    await queue([greedy, 40]);
    await office().settle();
    const usual = (performance.now() - alone) / 40;
    const [model = ''] = await queue([greedy, 1]);
    const number = kind === 'sqlite' ? `printf('%06d', n)` : `lpad(n::text, 6, '0')`;
    const numbers =
      kind === 'sqlite'
        ? `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${manyRows})`
        : `with numbers as (select n from generate_series(1, ${manyRows}) as n)`;
    const columns = async (table: string) =>
      Object.keys((await office().rows(`select * from ${table} limit 1`))[0] ?? {});
    const copied = (names: readonly string[], own: Record<string, string>) =>
      names.map((name) => own[name] ?? `t.${name}`).join(', ');
    const mail = await columns('mail');
    const job = await columns('job');
    await office().tamper(
      `${numbers} insert into mail (${mail.join(', ')}) select ${copied(mail, { id: `'bulk-' || ${number}`, message_id: `'<bulk-' || ${number} || '>'`, token: `'token-' || ${number}` })} from mail t, numbers where t.id = '${model}'`.replace(
        /^(with [\s\S]*?\)) insert into (.*?\)) select/,
        'insert into $2 $1 select',
      ),
    );
    const payload = `'{"mailId":"bulk-' || ${number} || '"}'`;
    await office().tamper(
      `insert into job (${job.join(', ')}) ${numbers} select ${copied(job, { id: `'bulk-' || ${number}`, payload, run_at: `'2026-11-20T00:00:00.000Z'`, dedupe_key: `'bulk-' || ${number}` })} from job t, numbers where t.payload like '%${model}%'`,
    );
    const few = await queue([modest, 10]);
    const { instance } = office().app;
    const order: string[] = [];
    const worker = startWorker(instance, { ticking: false });
    const stopping: Promise<void>[] = [];
    instance.mailer = {
      send: async ({ messageId }) => {
        order.push(messageId);
        if (order.length === watched) stopping.push(worker.stop());
      },
    };
    const before = heapInUse();
    const began = performance.now();
    await worker.drain().catch(() => undefined);
    const milliseconds = (performance.now() - began) / order.length;
    await Promise.all(stopping);
    instance.mailer = office().mailer;
    const last = Math.max(...few.map((id) => order.findIndex((messageId) => messageId.includes(id))));
    expect(few.every((id) => order.some((messageId) => messageId.includes(id)))).toBe(true);
    expect(last).toBeLessThan(130);
    expect(order.length).toBeGreaterThanOrEqual(watched);
    expect(heapInUse() - before).toBeLessThan(20_000_000);
    expect(milliseconds).toBeLessThan(5 * usual);
    await office().tamper(`delete from job where id like 'bulk-%'`);
    await office().tamper(`delete from mail where id like 'bulk-%'`);
    await office().settle();
    figure({
      goal: 'ML-08',
      what: 'outbox rows of one customer; another one’s mails wait for at most 130 of them',
      on: kind,
      count: manyRows,
      found: 0,
      counted: { 'sent with flat memory': order.length },
    });
  });

  test('a job that cannot even be put back holds up none of the others of its customer', async () => {
    await office().settle();
    const ids = await queue([await office().sentQuote(), 3]);
    const { instance } = office().app;
    let isAway = false;
    const mailer = {
      send: async (mail: OutgoingMail) => {
        if (!isAway && mail.messageId.startsWith(`<${ids[0]}`)) {
          isAway = true;
          throw new Error('the line broke');
        }
        await office().mailer.send(mail);
      },
    };
    const { db } = office();
    const shaky: typeof db = {
      ...db,
      transaction: async (work) => {
        if (!isAway) return db.transaction(work);
        isAway = false;
        throw new Error('the database is away');
      },
    };
    const worker = startWorker({ ...instance, mailer, db: shaky }, { ticking: false });
    await worker.drain();
    await worker.stop();
    expect(await Promise.all(ids.map(statusOf))).toEqual(['QUEUED', 'ACCEPTED', 'ACCEPTED']);
    office().clock.advance(61_000);
    await office().settle();
    expect(await statusOf(ids[0] ?? '')).toBe('ACCEPTED');
  });

  test('ML-02: an answer that no database can keep is no reason to try for ever', async () => {
    await office().settle();
    const [later = '', never = ''] = await queue([await office().sentQuote(), 2]);
    const { instance } = office().app;
    instance.mailer = {
      send: async ({ messageId }) => {
        if (messageId.startsWith(`<${never}`)) throw new MailRefused(`550 \0${'x'.repeat(5000)}`);
        throw new Error('451 \0 later');
      },
    };
    await office().settle();
    instance.mailer = office().mailer;
    expect([await statusOf(later), await statusOf(never)]).toEqual(['QUEUED', 'FAILED']);
    const items = await office().rows(`select kind from review_item where subject_id = '${never}'`);
    expect(items).toEqual([{ kind: 'DELIVERY_FAILED' }]);
    office().clock.advance(61_000);
    await office().settle();
    expect(await statusOf(later)).toBe('ACCEPTED');
  });

  test('ML-10: two workers share the mails: each is sent by one of them', async () => {
    await office().settle();
    const quotes = [
      await office().sentQuote(),
      await office().sentQuote({}, (await office().customer()).id),
    ] as const;
    const ids = await queue([quotes[0], Math.ceil(shared / 2)], [quotes[1], Math.floor(shared / 2)]);
    const other = startWorker(office().app.instance, { ticking: false });
    await Promise.all([office().settle(), other.drain()]);
    await other.stop();
    expect(new Set(sentOf(ids).map(({ messageId }) => messageId)).size).toBe(shared);
    expect(sentOf(ids)).toHaveLength(shared);
    figure({
      goal: 'ML-10',
      what: 'mails shared by two workers; sent by both',
      on: kind,
      count: shared,
      found: 0,
    });
  });

  test('ML-10: who lost the lease can neither finish the job nor put it back', async () => {
    await office().settle();
    const [id = ''] = await queue([await office().sentQuote(), 1]);
    const { db, clock } = office();
    const lease = (owner: string) =>
      leaseDue(db, { owner, now: instant(clock.now()), limit: 4, lane: 'mail', without: [] });
    const [mine] = await lease('slow');
    expect(await lease('other')).toEqual([]);
    clock.advance(61_000);
    const [stolen] = await lease('quick');
    if (mine === undefined || stolen === undefined) throw new Error('nobody got the job');
    expect(stolen.id).toBe(mine.id);
    await finish(db, mine, instant(clock.now()));
    const lost = await db.transaction(({ sql }) =>
      putBack(sql, mine, new Error('late'), instant(clock.now())),
    );
    expect(lost).toBe(false);
    const [row] = await office().rows(
      `select done_at, dead_at, lease_owner, last_error from job where id = '${mine.id}'`,
    );
    expect(row).toEqual({ done_at: null, dead_at: null, lease_owner: 'quick', last_error: null });
    clock.advance(61_000);
    await office().settle();
    expect(await statusOf(id)).toBe('ACCEPTED');
    expect(sentOf([id])).toHaveLength(1);
  });
});
