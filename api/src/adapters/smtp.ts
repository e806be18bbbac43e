import { createTransport } from 'nodemailer';
import type { Mailer, OutgoingMail } from '../ports.ts';
import { MailRefused, MailServerDown } from '../ports.ts';
import { mailbox, oneHeaderLine, plainAddress } from './mailbox.ts';

export type SmtpMailer = Mailer & {
  /** Lets mails under way finish and closes the idle connections. */
  close(): void;
};

/** How long is waited: for a connection and its greeting, for a silent server, and for one mail as a whole. */
export type SmtpPatience = { connectMs: number; silenceMs: number; mailMs: number };

/** The last one is for a server that trickles, which no timeout of a phase notices; it has to end before the lease of the job. */
const patience: SmtpPatience = { connectMs: 10_000, silenceMs: 30_000, mailMs: 45_000 };

/** `perSecond` is how many mails at most are handed over in a second. */
export function smtpMailer(
  smtpUrl: string,
  options: Partial<SmtpPatience> & { perSecond?: number } = {},
): SmtpMailer {
  const { connectMs, silenceMs, mailMs } = { ...patience, ...options };
  const transport = createTransport({
    ...serverOf(smtpUrl),
    pool: true,
    maxConnections: 3,
    ...(options.perSecond === undefined ? {} : { rateLimit: options.perSecond, rateDelta: 1000 }),
    // A mail whose connection broke is the outbox's to send again, with its back-off and its count of tries.
    maxRequeues: 0,
    dnsTimeout: connectMs,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      const signal = AbortSignal.timeout(mailMs);
      try {
        await transport.sendMail({ ...message(mail), signal });
      } catch (error) {
        if (isRefusal(error)) throw new MailRefused(error.message);
        throw isOutOfReach(error) ? new MailServerDown(error.message) : error;
      }
    },
    close: () => transport.close(),
  };
}

function serverOf(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host: url.hostname.replace(/^\[(.*)\]$/u, '$1'),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // Whoever strips STARTTLS from the greeting must not get the password.
    requireTLS: (url.username !== '' && !local) || url.searchParams.get('tls') === 'required',
    ...(url.username === '' ? {} : { auth }),
  };
}

function message(mail: OutgoingMail) {
  const from = mailbox(mail.from);
  const to = plainAddress(mail.to);
  if (!from || !to)
    throw new MailRefused('the address of the sender or of the recipient is not one plain mailbox');
  const replyTo = mailbox(mail.replyTo);
  return {
    // The envelope alone decides who gets the mail; headers are for show.
    envelope: { from: from.address, to: [to] },
    messageId: oneHeaderLine(mail.messageId),
    from,
    to: { name: '', address: to },
    ...(replyTo ? { replyTo } : {}),
    subject: oneHeaderLine(mail.subject),
    text: mail.text,
    html: mail.html,
    // Base64 keeps lines of any length and dots at their start out of the reach of old servers.
    textEncoding: 'base64' as const,
    xMailer: false as const,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      filename: oneHeaderLine(filename),
      contentType: oneHeaderLine(contentType),
      content: Buffer.from(content),
    })),
  };
}

/**
 * A final no to this mail. A final no to us (a wrong password, a server that greets with 554, 530 for a missing sign-in)
 * is a matter of configuration: the mails have to survive until it is mended.
 */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return (
    aboutTheMail &&
    typeof responseCode === 'number' &&
    responseCode >= 500 &&
    ![503, 530].includes(responseCode)
  );
}

/** Nothing was said about the mail, because nobody was there to talk to or nobody wanted to talk to us at all. */
function isOutOfReach(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code, originalCode, syscall } = error as {
    code?: unknown;
    originalCode?: unknown;
    syscall?: unknown;
  };
  return (
    ['EDNS', 'ETLS', 'EAUTH'].includes(String(code)) ||
    syscall === 'connect' ||
    noPrivacy.test(String(originalCode)) ||
    noGreeting.test(error.message)
  );
}

const noPrivacy = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL)/u;
const noGreeting =
  /^(Invalid greeting|Greeting never received|Connection timeout|Invalid [LH]+[EH]LO|Server response exceeds)/u;
