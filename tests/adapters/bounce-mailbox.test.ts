import { afterEach, expect, test } from 'vitest';
import { imapBounceMailbox } from '../../api/src/adapters/bounce-mailbox.ts';
import { readReports } from '../../api/src/mails/read-reports.ts';
import { imapStandIn } from '../support/imap-stand-in.ts';
import { aReport } from '../support/mail-reports.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));
async function mailbox(...mails: string[]) {
  const standIn = await imapStandIn(mails);
  opened.push(standIn);
  return standIn;
}
const bounce = aReport({
  messageId: '<one@ours.example>',
  recipient: 'ana@silvadental.example',
  reason: '550 gone',
});

test('ML-09: reports in the mailbox are read once, oldest first, and marked as read', async () => {
  const standIn = await mailbox(
    bounce,
    'Subject: Hello\r\n\r\nOn holiday\r\n',
    bounce.replaceAll('one@ours', 'two@ours'),
  );
  const box = imapBounceMailbox(standIn.url);
  const read: string[] = [];
  const take = async (raw: Uint8Array) => {
    for (const { messageId } of await readReports(raw)) read.push(messageId ?? '');
  };
  expect(await box.collect(take)).toBe(3);
  expect(read).toEqual(['<one@ours.example>', '<two@ours.example>']);
  expect([...standIn.seen]).toEqual([1, 2, 3]);
  expect(await box.collect(take)).toBe(0);
  expect(read).toHaveLength(2);
});

test('a report that could not be taken is there at the next look', async () => {
  const standIn = await mailbox(bounce, bounce);
  const box = imapBounceMailbox(standIn.url);
  let isDown = true;
  const take = async () => {
    if (isDown) throw new Error('the database is away');
  };
  await expect(box.collect(take)).rejects.toThrow('the database is away');
  expect([...standIn.seen]).toEqual([]);
  isDown = false;
  expect(await box.collect(take)).toBe(2);
});

test('a wrong password and a mailbox that is not there are told, not hidden', async () => {
  const standIn = await mailbox(bounce);
  const wrong = standIn.url.replace('secret', 'guess');
  await expect(imapBounceMailbox(wrong).collect(() => Promise.resolve())).rejects.toThrow();
  expect(standIn.counts).toEqual({ logins: 0, refused: 1 });
  await standIn.close();
  opened.length = 0;
  await expect(imapBounceMailbox(standIn.url).collect(() => Promise.resolve())).rejects.toThrow();
});

test('what is said in a report, and what is none', async () => {
  const about = { messageId: '<one@ours.example>', recipient: 'ana@silvadental.example', reason: '451 busy' };
  const read = (text: string) => readReports(Buffer.from(text));
  expect(await read(aReport(about))).toEqual([{ ...about, type: 'BOUNCE' }]);
  expect(await read(aReport({ ...about, action: 'delayed', status: '4.4.7' }))).toEqual([
    { ...about, type: 'DELAY' },
  ]);
  expect(await read(aReport({ ...about, action: 'delivered', status: '2.0.0' }))).toEqual([]);
  expect(await read(aReport({ ...about, action: 'relayed' }))).toEqual([]);
  expect(await read(aReport({ ...about, complaint: true }))).toEqual([
    { ...about, reason: 'abuse', type: 'COMPLAINT' },
  ]);
  // The id of the report itself, and one that a text only quotes, are not that of our mail.
  expect(
    await read(
      aReport(about).replace(
        'Message-ID: <one@ours.example>',
        'X-Other: 1\r\n\r\nMessage-ID: <one@ours.example>',
      ),
    ),
  ).toEqual([]);
  expect(await read(aReport({ ...about, messageId: 'no brackets' }))).toEqual([]);
  expect(await read(`Subject: x\r\n\r\n${'a'.repeat(2_000_001)}`)).toEqual([]);
  expect(await read('--'.repeat(50_000))).toEqual([]);
});

test('a report is read with the whole mail behind it, and a hostile mail stops nobody for long', async () => {
  const about = { messageId: '<one@ours.example>', recipient: 'ana@silvadental.example', reason: '550 gone' };
  const whole = aReport(about).replace(
    'Subject: Invoice\r\n',
    `Subject: Invoice\r\n\r\n${'JVBERi0xLjcK'.repeat(150_000)}\r\n`,
  );
  expect(whole.length).toBeGreaterThan(1_800_000);
  expect(await readReports(Buffer.from(whole))).toEqual([{ ...about, type: 'BOUNCE' }]);
  // Of the processor, because the clock counts what other tests do beside this one.
  const before = process.cpuUsage();
  for (const hostile of [
    `Content-Type: text/plain; format=flowed; delsp=yes\n\n${'a \n'.repeat(600_000)}`,
    `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(300_000)}`,
  ])
    expect(await readReports(Buffer.from(hostile))).toEqual([]);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2500);
});
