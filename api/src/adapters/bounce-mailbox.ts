import { ImapFlow } from 'imapflow';
import { longestReport } from '../domain/mail.ts';
import type { BounceMailbox } from '../ports.ts';

/** How many are taken at once; the rest waits for the next look. */
const mostAtOnce = 200;
const patienceMs = 30_000;

/** The mailbox at `imaps://user:password@host/INBOX`. It is opened anew for each look: every few minutes there is nothing to keep. */
export function imapBounceMailbox(imapUrl: string): BounceMailbox {
  const url = new URL(imapUrl);
  const secure = url.protocol === 'imaps:';
  const isLocal = ['localhost', '127.0.0.1'].includes(url.hostname);
  const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
  return {
    async collect(read) {
      const client = new ImapFlow({
        host: url.hostname,
        port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
        secure,
        // Whoever strips STARTTLS must not get the password.
        doSTARTTLS: secure ? undefined : !isLocal,
        auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
        logger: false,
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: patienceMs,
      });
      // A broken connection is told twice; what waits for an answer throws, and that is enough.
      client.on('error', () => undefined);
      await client.connect();
      try {
        const lock = await client.getMailboxLock(folder);
        try {
          return await collectFrom(client, read);
        } finally {
          lock.release();
        }
      } finally {
        await client.logout().catch(() => client.close());
      }
    },
  };
}

async function collectFrom(client: ImapFlow, read: (raw: Uint8Array) => Promise<void>): Promise<number> {
  const found = await client.search({ seen: false }, { uid: true });
  const unseen = (found === undefined || found === false ? [] : found).slice(0, mostAtOnce);
  for (const uid of unseen) {
    const mail = await client.fetchOne(String(uid), { source: { maxLength: longestReport } }, { uid: true });
    if (mail !== undefined && mail !== false && mail.source !== undefined) await read(mail.source);
    // Only now: a mail whose report could not be taken is there at the next look.
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  }
  return unseen.length;
}
