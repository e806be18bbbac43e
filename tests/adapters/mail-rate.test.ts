import { afterEach, expect, test, vi } from 'vitest';
import { readConfig } from '../../api/src/config.ts';
import { openOutside } from '../../api/src/outside.ts';
import { startMailInbox } from '../../api/src/sandbox/mail/inbox.ts';
import { freshDatabase } from '../support/databases.ts';

afterEach(() => void vi.useRealTimers());

/** What happens meanwhile on the sockets. */
const aTurn = () => new Promise((resolve) => setImmediate(resolve));

test('ML-08: MAIL_PER_SECOND is kept: of many mails at once no more than so many go out in a second of the clock', async () => {
  const [rate, count] = [5, 23];
  const inbox = await startMailInbox({ directory: null });
  const outside = await openOutside(
    readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: await freshDatabase('sqlite'),
      SMTP_URL: inbox.smtpUrl,
      MAIL_PER_SECOND: String(rate),
      STRIPE_SECRET_KEY: 'sk_test_rate',
      STRIPE_WEBHOOK_SECRET: 'whsec_rate',
    }),
  );
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  const began = Date.now();
  const taken: number[] = [];
  const all = Promise.all(
    Array.from({ length: count }, async (_, at) => {
      await outside.ports.mailer.send(aMail(at));
      taken.push(Date.now() - began);
    }),
  );
  while (taken.length < count) {
    await aTurn();
    vi.advanceTimersByTime(1);
  }
  await all;
  vi.useRealTimers();
  expect(await inbox.list()).toHaveLength(count);
  for (const [at, time] of taken.entries())
    expect(time, `mail ${at + 1}`).toBeGreaterThanOrEqual(((at + 1) / rate - 1) * 1000);
  await outside.close();
  await inbox.close();
});

const aMail = (at: number) => ({
  messageId: `<mail-${at}@countersign.example>`,
  from: 'Harbour & Pine <billing@harbourpine.example>',
  replyTo: 'desk@harbourpine.example',
  to: 'ana@silvadental.example',
  subject: 'Invoice INV-2026-0001',
  text: 'Please pay.',
  html: '<p>Please pay.</p>',
  attachments: [],
});
