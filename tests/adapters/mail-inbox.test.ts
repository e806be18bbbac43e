import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { smtpMailer } from '../../api/src/adapters/smtp.ts';
import { systemIds } from '../../api/src/adapters/system.ts';
import { startMailInbox } from '../../api/src/sandbox/mail/inbox.ts';
import { mailStore } from '../../api/src/sandbox/mail/mail-store.ts';
import { scratchDirectory } from './support/scratch.ts';

const aDirectory = (): string => join(scratchDirectory(), 'mail');

it('shows the mails of before after a restart, newest first, and forgets them when told', async () => {
  const directory = aDirectory();
  const before = await startMailInbox({ directory });
  const mailer = smtpMailer(before.smtpUrl);
  for (const subject of ['first', 'second']) {
    const mail = { subject, messageId: `<${subject}@x.test>`, from: 'a@x.test', replyTo: '', to: 'b@x.test' };
    await mailer.send({ ...mail, text: subject, html: '', attachments: [] });
  }
  mailer.close();
  await before.close();
  const after = await startMailInbox({ directory });
  expect((await after.list()).map(({ subject, to }) => [subject, to])).toEqual([
    ['second', 'b@x.test'],
    ['first', 'b@x.test'],
  ]);
  after.clear();
  expect(await after.list()).toEqual([]);
  expect(readdirSync(directory)).toEqual([]);
  await after.close();
});

it('keeps the last 500 mails, on disk as well', () => {
  const directory = aDirectory();
  const store = mailStore(directory, 500);
  const ids = Array.from({ length: 503 }, systemIds.id);
  for (const id of ids) store.add(id, Buffer.from(`Subject: ${id}\r\n\r\n`));
  expect(store.ids()).toEqual(ids.slice(3));
  expect(readdirSync(directory)).toHaveLength(500);
  expect(existsSync(join(directory, `${ids[2]}.eml`))).toBe(false);
  expect(mailStore(directory, 500).ids()).toEqual(ids.slice(3));
});

it('finds nothing under an id that is a path', async () => {
  const inbox = await startMailInbox({ directory: aDirectory() });
  expect(await inbox.find('../../etc/passwd')).toBeNull();
  expect(inbox.raw('..')).toBeNull();
  await inbox.close();
});
