import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { type SmtpMailer, smtpMailer } from '../../api/src/adapters/smtp.ts';
import { MailRefused, MailServerDown, type OutgoingMail } from '../../api/src/ports.ts';
import { type Fault, faultySmtp, type Phase } from '../support/faulty-smtp.ts';
import { listening } from './support/listening.ts';

const mail: OutgoingMail = {
  messageId: '<mail-1@countersign.example>',
  from: 'Harbour & Pine <billing@harbourpine.example>',
  replyTo: 'desk@harbourpine.example',
  to: 'ana@silvadental.example',
  subject: 'Invoice INV-2026-0001',
  text: 'Please pay.',
  html: '<p>Please pay.</p>',
  attachments: [],
};
const impatient = { connectMs: 250, silenceMs: 500, mailMs: 2000 };

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
const mailerFor = (url: string, options = impatient): SmtpMailer => {
  const mailer = smtpMailer(url, options);
  opened.unshift(mailer);
  return mailer;
};
async function sentWith(fault: Fault) {
  let isOver = false;
  const server = await faultySmtp({ next: () => (isOver ? null : fault) });
  opened.push(server);
  const mailer = mailerFor(server.url);
  const error = await mailer.send(mail).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  isOver = true;
  return { error, server, mailer };
}

/** What each answer says: about this mail for good, about all mails, or nothing that lasts. */
const verdict = (error: unknown): string => {
  if (error === null) return 'taken';
  if (error instanceof MailRefused) return 'refused';
  return error instanceof MailServerDown ? 'server' : 'again';
};

describe('ML-02: what a mail server answers', () => {
  test.each<[Phase, string, string]>([
    ['CONNECT', '421 too busy', 'server'],
    ['CONNECT', '554 go away', 'server'],
    ['CONNECT', 'HTTP/1.1 400 Bad Request', 'server'],
    ['CONNECT', 'half', 'server'],
    ['CONNECT', 'reset', 'server'],
    ['MAIL', '421 closing', 'again'],
    ['MAIL', '450 later', 'again'],
    ['MAIL', '451 local error', 'again'],
    ['MAIL', '452 no room', 'again'],
    ['MAIL', '550 you may not', 'refused'],
    ['MAIL', '552 too much', 'refused'],
    ['RCPT', '421 closing', 'again'],
    ['RCPT', '450 greylisted', 'again'],
    ['RCPT', '451 greylisted', 'again'],
    ['RCPT', '452 mailbox full', 'again'],
    ['RCPT', '550 no such mailbox', 'refused'],
    ['RCPT', '552 mailbox full', 'refused'],
    ['RCPT', '554 policy', 'refused'],
    ['RCPT', 'what is this', 'again'],
    ['RCPT', 'half', 'again'],
    ['DATA', '451 later', 'again'],
    ['DATA', '550 no', 'refused'],
    ['DATA', '554 no', 'refused'],
    ['DOT', '421 closing', 'again'],
    ['DOT', '450 later', 'again'],
    ['DOT', '451 later', 'again'],
    ['DOT', '452 no room', 'again'],
    ['DOT', '550 spam', 'refused'],
    ['DOT', '552 too large', 'refused'],
    ['DOT', '554 spam', 'refused'],
    ['DOT', 'garbage', 'again'],
  ])('at %s: %s is %s', async (at, what, expected) => {
    const { error, server, mailer } = await sentWith({ at, what });
    expect(verdict(error)).toBe(expected);
    expect(server.delivered).toEqual([]);
    // The server is well again, and so are we.
    await mailer.send(mail);
    expect(server.delivered).toEqual([{ messageId: mail.messageId, to: mail.to }]);
  });

  test('a banner of 10 MB is not waited for, and not kept', async () => {
    const before = process.memoryUsage().rss;
    const { error } = await sentWith({ at: 'CONNECT', what: 'banner' });
    expect(verdict(error)).toBe('server');
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000);
  });

  test('nobody is there, and a name that leads nowhere: all mails wait', async () => {
    const nobody = createServer();
    const address = await listening(nobody);
    nobody.close();
    for (const url of [`smtp://${address}`, 'smtp://no-such-host.invalid:25'])
      expect(
        verdict(
          await mailerFor(url)
            .send(mail)
            .catch((thrown: unknown) => thrown),
        ),
      ).toBe('server');
  });

  test('a password that is wrong is no word about the mail', async () => {
    const server = new SMTPServer({
      authOptional: false,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('no')),
      logger: false,
    });
    server.on('error', () => undefined);
    const address = await listening(server.server);
    opened.push({ close: () => new Promise<void>((resolve) => server.close(resolve)) });
    const error = await mailerFor(`smtp://user:wrong@${address}`)
      .send(mail)
      .catch((thrown: unknown) => thrown);
    expect(verdict(error)).toBe('server');
  });
});

describe('ML-02: a connection that has to be private', () => {
  const received: string[] = [];
  /** Without a certificate of its own the stand-in shows one that nobody knows. */
  async function standIn(changes: object): Promise<string> {
    received.length = 0;
    const server = new SMTPServer({
      authOptional: true,
      logger: false,
      onData: (stream, _session, done) => {
        received.push('a mail');
        stream.on('end', () => done()).resume();
      },
      ...changes,
    });
    server.on('error', () => undefined);
    opened.push({ close: () => new Promise<void>((resolve) => server.close(resolve)) });
    return listening(server.server);
  }

  test('goes nowhere in plain text when STARTTLS was stripped', async () => {
    const address = await standIn({ disabledCommands: ['STARTTLS'] });
    const error = await mailerFor(`smtp://${address}?tls=required`)
      .send(mail)
      .catch((thrown: unknown) => thrown);
    expect(verdict(error)).toBe('server');
    expect(received).toEqual([]);
  });

  test('goes nowhere when the certificate is nobody’s', async () => {
    const address = await standIn({});
    const error = await mailerFor(`smtp://${address}?tls=required`)
      .send(mail)
      .catch((thrown: unknown) => thrown);
    expect(verdict(error)).toBe('server');
    expect(received).toEqual([]);
  });
});

describe('ML-03: silence in each phase', () => {
  test.each<[Phase, string, number]>([
    ['CONNECT', 'server', 0],
    ['EHLO', 'again', 0],
    ['MAIL', 'again', 0],
    ['RCPT', 'again', 0],
    ['DATA', 'again', 0],
    ['BODY', 'again', 0],
    ['DOT', 'again', 1],
  ])('at %s is given up in time, and is unclear only after the mail', async (at, expected, ambiguous) => {
    const began = performance.now();
    const { error, server } = await sentWith({ at, what: 'stall' });
    expect(performance.now() - began).toBeLessThan(2500);
    expect(verdict(error)).toBe(expected);
    expect(server.counts.ambiguous).toBe(ambiguous);
  });
});
