import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smtpMailer } from '../../api/src/adapters/smtp.ts';
import type { SmtpMailer } from '../../api/src/adapters/smtp.ts';
import { MailRefused } from '../../api/src/ports.ts';
import type { OutgoingMail } from '../../api/src/ports.ts';
import { startMailInbox } from '../../api/src/sandbox/mail/inbox.ts';
import type { MailInbox } from '../../api/src/sandbox/mail/inbox.ts';
import type { ReceivedMail } from '../../api/src/sandbox/mail/received-mail.ts';
import { listening } from './support/listening.ts';

let inbox: MailInbox;
let mailer: SmtpMailer;
beforeEach(async () => {
  inbox = await startMailInbox({ directory: null });
  mailer = smtpMailer(inbox.smtpUrl);
});
afterEach(async () => {
  mailer.close();
  await inbox.close();
});

function aMail(changes: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    messageId: '<mail-1@countersign.example>',
    from: 'Harbour & Pine, Web <billing@harbourpine.example>',
    replyTo: 'desk@harbourpine.example',
    to: 'ana@silvadental.example',
    subject: 'Invoice INV-2026-0001',
    text: 'Please pay.',
    html: '<p>Please pay.</p>',
    attachments: [],
    ...changes,
  };
}

async function delivered(mail: OutgoingMail): Promise<ReceivedMail> {
  await mailer.send(mail);
  const [newest] = await inbox.list();
  const found = await inbox.find(newest?.id ?? '');
  if (!found) throw new Error('nothing arrived');
  return found;
}

const headersOf = ({ headers }: ReceivedMail, name: string): string[] =>
  headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);

describe('a mail arrives', () => {
  it('with its text, its HTML, its addresses and its id', async () => {
    const mail = await delivered(aMail());
    expect(mail).toMatchObject({
      to: 'ana@silvadental.example',
      from: 'Harbour & Pine, Web <billing@harbourpine.example>',
      subject: 'Invoice INV-2026-0001',
      text: 'Please pay.\n',
      html: '<p>Please pay.</p>\n',
    });
    expect(headersOf(mail, 'message-id')).toEqual(['<mail-1@countersign.example>']);
    expect(headersOf(mail, 'reply-to')).toEqual(['desk@harbourpine.example']);
    expect(headersOf(mail, 'return-path')).toEqual(['<billing@harbourpine.example>']);
  });

  it('with attachments that are identical to the byte', async () => {
    const content = randomBytes(200_000);
    const filename = 'Rechnung – Größe “1”.pdf';
    const { attachments } = await delivered(
      aMail({ attachments: [{ filename, contentType: 'application/pdf', content }] }),
    );
    expect(attachments).toHaveLength(1);
    expect(attachments[0]).toMatchObject({ filename, contentType: 'application/pdf' });
    expect(attachments[0]?.content.equals(content)).toBe(true);
  });

  it.each([
    ['lines beyond 998 characters', 'x'.repeat(5000)],
    ['dots at the start of lines', '.\n..\n.hidden\nend'],
    ['what looks like the end of the mail', 'a\r\n.\r\nMAIL FROM:<evil@evil.test>\r\nb'],
    ['every script', 'Grüße, 漢字, עברית, 👩‍👩‍👧'],
  ])('with a text that holds %s', async (_name, text) => {
    const mail = await delivered(aMail({ text }));
    expect(mail.text.replaceAll('\r\n', '\n').trimEnd()).toBe(text.replaceAll('\r\n', '\n'));
    expect(await inbox.list()).toHaveLength(1);
  });

  it('with 300 umlauts in the subject, folded and whole', async () => {
    const subject = 'ü'.repeat(300);
    expect((await delivered(aMail({ subject }))).subject).toBe(subject);
  });
});

describe('nothing in a mail adds a header or a recipient', () => {
  const evil = [
    '\r\nBcc: v@evil.test',
    '\nBcc: v@evil.test',
    '\rBcc: v@evil.test',
    '\u0085Bcc: v@evil.test',
    '\u2028Bcc: v@evil.test',
  ];

  it.each(evil)('not the subject, the sender, the file name or the id with %j', async (bait) => {
    const mail = await delivered(
      aMail({
        subject: `Invoice${bait}`,
        from: `Harbour${bait} <billing@harbourpine.example>`,
        replyTo: `desk@harbourpine.example${bait}`,
        messageId: `<mail-1@countersign.example>${bait}`,
        attachments: [
          {
            filename: `invoice${bait}.pdf`,
            contentType: `application/pdf${bait}`,
            content: Buffer.from('x'),
          },
        ],
      }),
    );
    expect(headersOf(mail, 'bcc')).toEqual([]);
    expect(headersOf(mail, 'subject')).toHaveLength(1);
    expect(mail.to).toBe('ana@silvadental.example');
    expect(mail.headers.map(({ name }) => name.toLowerCase())).not.toContain('bcc');
    expect(mail.subject).toBe('Invoice Bcc: v@evil.test');
  });

  it.each([
    'a@x.test, v@evil.test',
    'a@x.test,v@evil.test',
    '"v@evil.test x"@x.test',
    'a@x.test(c)evil.test',
    'Friends: v@evil.test;',
    'a@x.test\r\nRCPT TO:<v@evil.test>',
    'Ana <v@evil.test>',
    '<a@x.test>',
    'a@x.test ',
    'a@@x.test',
    'a@',
    '@x.test',
    'a.@x.test',
    `${'a'.repeat(65)}@x.test`,
    `a@${'x'.repeat(300)}.test`,
    '',
  ])('not the recipient %j, which is refused for good', async (to) => {
    await expect(mailer.send(aMail({ to }))).rejects.toBeInstanceOf(MailRefused);
    expect(await inbox.list()).toEqual([]);
  });

  it.each(['a@x.test, v@evil.test', 'Harbour <a@x.test,v@evil.test>', 'Harbour <a@x.test> <v@evil.test>'])(
    'not the sender %j either',
    async (from) => {
      await expect(mailer.send(aMail({ from }))).rejects.toBeInstanceOf(MailRefused);
    },
  );

  it('sends to an international domain in its ASCII form', async () => {
    const mail = await delivered(aMail({ to: 'ana@Zähne.example' }));
    expect(headersOf(mail, 'to')).toEqual(['ana@xn--zhne-loa.example']);
    expect(mail.to).toBe('ana@zähne.example');
  });
});

describe('what the mail server says', () => {
  it('550 to the recipient is a refusal for good', async () => {
    await expect(mailer.send(aMail({ to: 'bounce@silvadental.example' }))).rejects.toBeInstanceOf(
      MailRefused,
    );
  });

  it('451 may pass', async () => {
    const error: unknown = await mailer
      .send(aMail({ to: 'busy@silvadental.example' }))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(MailRefused);
  });

  // The script of a server: what it says at connection, and to which command it says something else than yes.
  it.each<[string, string, Record<string, string>, boolean]>([
    ['554 after the mail', '220 hi', { '.': '554 spam' }, true],
    ['552 to DATA', '220 hi', { DATA: '552 full' }, true],
    ['452 after the mail', '220 hi', { '.': '452 later' }, false],
    ['554 as greeting', '554 go away', {}, false],
    ['530 to the sender', '220 hi', { MAIL: '530 sign in first' }, false],
    ['503 out of order', '220 hi', { MAIL: '503 what' }, false],
    ['535 to the password', '220 hi', { AUTH: '535 wrong' }, false],
    ['nonsense', 'HTTP/1.1 400 Bad Request', {}, false],
    ['nothing at connection', '', {}, false],
    ['nothing to EHLO', '220 hi', { EHLO: '' }, false],
    ['nothing to DATA', '220 hi', { DATA: '' }, false],
    ['nothing after the mail', '220 hi', { '.': '' }, false],
  ])('%s', async (_name, greeting, answers, refused) => {
    const server = scripted(greeting, answers);
    const impatient = smtpMailer(`smtp://user:secret@${await listening(server)}`, {
      connectMs: 300,
      silenceMs: 300,
      mailMs: 2000,
    });
    const error: unknown = await impatient.send(aMail()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error instanceof MailRefused).toBe(refused);
    impatient.close();
    server.close();
  });

  it('gives up on a server that trickles', async () => {
    const server = createServer((socket) => {
      const timer = setInterval(() => socket.write('220-\r\n'), 50);
      socket.on('error', () => undefined).on('close', () => clearInterval(timer));
    });
    const impatient = smtpMailer(`smtp://${await listening(server)}`, {
      connectMs: 5000,
      silenceMs: 5000,
      mailMs: 300,
    });
    await expect(impatient.send(aMail())).rejects.toThrow();
    impatient.close();
    server.close();
  });
});

/** A mail server that says yes to everything but what the script names; an empty answer is silence. */
function scripted(greeting: string, answers: Record<string, string>) {
  const usual: Record<string, string> = {
    EHLO: '250-hi\r\n250 AUTH PLAIN',
    AUTH: '235 ok',
    DATA: '354 go on',
    QUIT: '221 bye',
  };
  return createServer((socket) => {
    let inData = false;
    const say = (line: string): void => {
      if (line !== '') socket.write(`${line}\r\n`);
    };
    say(greeting);
    socket
      .on('error', () => undefined)
      .on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
          const word = line === '.' ? '.' : (line.split(/[ :]/u)[0] ?? '').toUpperCase();
          if (inData && word !== '.') continue;
          inData = word === 'DATA' && !('DATA' in answers);
          say(answers[word] ?? usual[word] ?? '250 ok');
        }
      });
  });
}
