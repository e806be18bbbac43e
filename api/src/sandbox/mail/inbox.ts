import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { systemIds } from '../../adapters/system.ts';
import { mailStore } from './mail-store.ts';
import type { MailStore } from './mail-store.ts';
import { readMail, summaryOf } from './received-mail.ts';
import type { MailSummary, ReceivedMail } from './received-mail.ts';

export type MailInbox = {
  smtpUrl: string;
  /** Oldest first; without reading the mails. */
  ids(): string[];
  /** Newest first. */
  list(): Promise<MailSummary[]>;
  find(id: string): Promise<ReceivedMail | null>;
  raw(id: string): Buffer | null;
  clear(): void;
  close(): Promise<void>;
};

type Options = {
  /** Where the mails are kept; null keeps them in memory. */
  directory: string | null;
  /** How many at most, the newest. */
  most?: number;
};

/** Two mailboxes that answer as real ones sometimes do, so that staff can see what becomes of such a mail. */
const moodyMailboxes: Readonly<Record<string, { code: number; words: string }>> = {
  bounce: { code: 550, words: 'no such mailbox (sandbox)' },
  busy: { code: 451, words: 'mailbox busy, try again later (sandbox)' },
};

/** A mail server on a port of its own that delivers to nobody: it keeps what it gets for the inbox pages. */
export async function startMailInbox({ directory, most = 500 }: Options): Promise<MailInbox> {
  const store = mailStore(directory, most);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: 20 * 1024 * 1024,
    closeTimeout: 1000,
    logger: false,
    onRcptTo: ({ address }, _session, callback) => {
      const mood = moodyMailboxes[address.split('@')[0]?.toLowerCase() ?? ''];
      callback(mood && Object.assign(new Error(mood.words), { responseCode: mood.code }));
    },
    onData: (stream, session, callback) => {
      keep(store, stream, session).then(
        () => callback(),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // A client that hangs up in the middle is its own affair.
  server.on('error', () => undefined);
  const port = await listening(server);
  const find = async (id: string): Promise<ReceivedMail | null> => {
    const raw = store.raw(id);
    return raw ? readMail(id, raw) : null;
  };
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    ids: store.ids,
    list: summaries(store, find),
    find,
    raw: (id) => store.raw(id) ?? null,
    clear: store.clear,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The list, newest first. Each mail is read once: an inbox full of PDFs takes a second to parse. */
function summaries(store: MailStore, find: MailInbox['find']): MailInbox['list'] {
  let known = new Map<string, MailSummary>();
  return async () => {
    const list: MailSummary[] = [];
    for (const id of store.ids().toReversed()) {
      const mail = known.has(id) ? null : await find(id);
      const summary = mail ? summaryOf(mail) : known.get(id);
      if (summary) list.push(summary);
    }
    known = new Map(list.map((summary) => [summary.id, summary]));
    return list;
  };
}

async function keep(
  store: MailStore,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  if (stream.sizeExceeded) throw Object.assign(new Error('the mail is too large'), { responseCode: 552 });
  // As a real server does at delivery: the envelope becomes part of the mail, or it would be lost.
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
  const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
  const trace = `Return-Path: <${from}>\r\nDelivered-To: ${to}\r\n`;
  store.add(systemIds.id(), Buffer.concat([Buffer.from(trace), ...chunks]));
}

async function listening(server: SMTPServer): Promise<number> {
  const socket = await new Promise<ReturnType<SMTPServer['listen']>>((resolve, reject) => {
    server.once('error', reject);
    const opened: ReturnType<SMTPServer['listen']> = server.listen(0, '127.0.0.1', () => resolve(opened));
  });
  const address = socket.address();
  if (address === null || typeof address === 'string') throw new Error('the mail inbox has no port');
  return address.port;
}
