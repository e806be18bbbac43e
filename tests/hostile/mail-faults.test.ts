import { afterEach, describe, expect, test } from 'vitest';
import { smtpMailer } from '../../api/src/adapters/smtp.ts';
import { systemContext } from '../../api/src/context.ts';
import { queueMails } from '../../api/src/mails/queue-mails.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { type Fault, faultySmtp, type FaultySmtp, type Phase } from '../support/faulty-smtp.ts';
import { figure } from '../support/figures.ts';
import { freePort } from '../support/postgres.ts';

/** How many conversations with the mail server go wrong (G6), and after how many mails the connection breaks (ML-04). */
const faultCount = Number(process.env['SMTP_FAULTS'] ?? 50);
const resets = Number(process.env['SMTP_RESETS'] ?? 40);
const impatient = { connectMs: 200, silenceMs: 200, mailMs: 2000 };

const answers = ['421 busy', '450 later', '451 later', '452 no room', 'what?', 'half', 'stall', 'reset'];
/** Everything that can go wrong and pass, in each phase. */
const passing: Fault[] = [
  ...(['CONNECT', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const).flatMap((at) =>
    answers.map((what) => ({ at, what })),
  ),
  { at: 'BODY', what: 'reset' },
  { at: 'BODY', what: 'stall' },
  ...[...answers, 'taken-reset', 'taken-stall'].map((what): Fault => ({ at: 'DOT', what })),
];

/** The same chances in every run. */
function seeded(): () => number {
  let seed = 20_261_121;
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe.each(databases)('a mail server that misbehaves, on %s', (kind) => {
  const office = companyOn(kind, 'after each');
  const opened: { close(): unknown }[] = [];
  afterEach(async () => {
    office().app.instance.mailer = office().mailer;
    for (const one of opened.splice(0)) await one.close();
  });
  /** From now on the office sends its mail there. */
  function sendTo(url: string, patience: object = impatient): void {
    const mailer = smtpMailer(url, patience);
    opened.unshift(mailer);
    office().app.instance.mailer = mailer;
  }
  async function server(next: (counts: FaultySmtp['counts']) => Fault | null, port?: number) {
    const smtp: FaultySmtp = await faultySmtp({
      next: () => next(smtp.counts),
      ...(port !== undefined && { port }),
    });
    opened.push(smtp);
    return smtp;
  }
  /** Mails to so many customers in turns; the ids in the order in which they were queued. */
  async function queued(count: number, customers: number): Promise<{ id: string; to: string }[]> {
    const readers: { quoteId: string; customerId: string; recipient: string }[] = [];
    while (readers.length < customers) {
      const recipient = `reader-${(readerCount += 1)}@silvadental.example`;
      const customer = await office().customer({ email: recipient });
      const { id } = await office().sentQuote({}, customer.id);
      readers.push({ quoteId: id, customerId: customer.id, recipient });
    }
    const ctx = await systemContext(office().app.instance, 'test');
    const mails = Array.from({ length: count }, (_, at) => ({
      kind: 'FRESH_LINK' as const,
      quoteId: '',
      customerId: '',
      recipient: '',
      ...readers[at % readers.length],
      dedupeKey: `test:${ctx.ids.id()}`,
    }));
    const ids = await office().db.transaction(({ sql }) => queueMails(ctx, sql, ...mails));
    return ids.map((id, at) => ({ id, to: mails[at]?.recipient ?? '' }));
  }
  let readerCount = 0;
  const statuses = async (ids: readonly { id: string }[]) => {
    const rows = await office().rows<{ id: string; status: string; message_id: string }>(
      'select id, status, message_id from mail',
    );
    const wanted = new Set(ids.map(({ id }) => id));
    return rows.filter(({ id }) => wanted.has(id));
  };
  /** Lets time pass, in steps, until none of these waits any more; at most two days. */
  async function patience(ids: readonly { id: string }[], minutes = 5): Promise<void> {
    for (let passed = 0; passed < 48 * 60; passed += minutes) {
      await office().settle();
      if ((await statuses(ids)).every(({ status }) => status !== 'QUEUED')) return;
      office().clock.advance(minutes * 60_000);
    }
  }
  const idOf = (messageId: string): string => messageId.slice(1, messageId.indexOf('@'));
  const countsOf = (delivered: readonly { messageId: string }[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { messageId } of delivered) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
    return counts;
  };

  test('ML-01: refused for six hours, 500 mails wait in their order, and business goes on', async () => {
    await office().settle();
    const port = await freePort();
    sendTo(`smtp://127.0.0.1:${port}`, {});
    const mails = await queued(500, 20);
    let looks = 0;
    const { instance } = office().app;
    const { mailer } = instance;
    instance.mailer = { send: (mail) => ((looks += 1), mailer.send(mail)) };
    for (let minute = 0; minute < 360; minute += 1) {
      await office().settle();
      office().clock.advance(60_000);
    }
    // The pause grows to five minutes, and a batch asks whether the server is back; 500 mails do not.
    expect(looks).toBeGreaterThan(60);
    expect(looks).toBeLessThan(4 * 90);
    expect((await statuses(mails)).every(({ status }) => status === 'QUEUED')).toBe(true);
    const told = await office().rows(`select * from review_item where title like '%cannot be reached%'`);
    expect(told.length).toBeGreaterThan(0);
    expect((await office().draft()).id).toBeTruthy();
    const smtp = await server(() => null, port);
    await patience(mails);
    expect((await statuses(mails)).every(({ status }) => status === 'ACCEPTED')).toBe(true);
    const byReader = new Map<string, string[]>();
    for (const { messageId, to } of smtp.delivered)
      byReader.set(to, [...(byReader.get(to) ?? []), idOf(messageId)]);
    for (const [to, ids] of byReader) {
      const own = mails.filter((mail) => mail.to === to).map(({ id }) => id);
      expect(ids.filter((id) => own.includes(id))).toEqual(own);
    }
    expect([...countsOf(smtp.delivered).values()].every((count) => count === 1)).toBe(true);
  }, 300_000);

  test('ML-04: reset after the final dot, each mail arrives under one Message-ID, doubled at most as often as nobody could know', async () => {
    await office().settle();
    const random = seeded();
    const smtp = await server((counts) =>
      counts.ambiguous >= resets ? null : { at: 'DOT', what: random() < 0.5 ? 'taken-reset' : 'reset' },
    );
    sendTo(smtp.url);
    const mails = await queued(Math.ceil(resets / 2), 5);
    await patience(mails);
    expect(smtp.counts.ambiguous).toBeGreaterThanOrEqual(resets);
    const counts = countsOf(smtp.delivered);
    const rows = await statuses(mails);
    expect(rows.every(({ status }) => status === 'ACCEPTED')).toBe(true);
    expect(rows.every(({ message_id }) => (counts.get(message_id) ?? 0) >= 1)).toBe(true);
    const doubled = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
    expect(doubled).toBeGreaterThan(0);
    expect(doubled).toBeLessThanOrEqual(smtp.counts.ambiguous);
  });

  test('G6: whatever goes wrong and passes, no mail is lost and none is doubled without a reason', async () => {
    await office().settle();
    let left = faultCount;
    const random = seeded();
    const smtp = await server(() => {
      if (left === 0 || random() < 0.3) return null;
      left -= 1;
      return passing[Math.floor(random() * passing.length)] ?? null;
    });
    sendTo(smtp.url);
    const mails: { id: string; to: string }[] = [];
    while (left > 0) {
      const more = await queued(Math.max(10, Math.ceil(faultCount / 8)), 5);
      mails.push(...more);
      await patience(more);
    }
    await patience(mails);
    const counts = countsOf(smtp.delivered);
    const rows = await statuses(mails);
    expect(rows.map(({ status }) => status)).toEqual(rows.map(() => 'ACCEPTED'));
    const lost = rows.filter(({ message_id }) => !counts.has(message_id)).length;
    const doubled = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
    expect(lost).toBe(0);
    expect(doubled).toBeLessThanOrEqual(smtp.counts.ambiguous);
    const counted = {
      mails: mails.length,
      'unclear answers': smtp.counts.ambiguous,
      'doubled under one Message-ID': doubled,
    };
    figure({
      goal: 'G6',
      what: 'SMTP faults in every phase',
      on: kind,
      count: smtp.counts.faults,
      found: lost,
      counted,
    });
  });

  test('G6: no unclear answer, no mail twice', async () => {
    await office().settle();
    const clear = passing.filter(({ at }) => (['CONNECT', 'MAIL', 'RCPT', 'DATA'] as Phase[]).includes(at));
    let at = 0;
    const smtp = await server(() => (at < clear.length ? (clear[(at += 1) - 1] ?? null) : null));
    sendTo(smtp.url);
    const mails = await queued(20, 10);
    await patience(mails);
    expect(smtp.counts.ambiguous).toBe(0);
    expect([...countsOf(smtp.delivered).values()].every((count) => count === 1)).toBe(true);
    expect((await statuses(mails)).every(({ message_id }) => countsOf(smtp.delivered).has(message_id))).toBe(
      true,
    );
  });
});
