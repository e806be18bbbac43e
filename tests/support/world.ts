import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBroken } from '../../api/src/check/check.ts';
import { instant } from '../../api/src/db/instant.ts';
import { type MailInbox, startMailInbox } from '../../api/src/sandbox/mail/inbox.ts';
import { apiVersion } from '../../api/src/sandbox/stripe/objects.ts';
import { signatureOf } from '../../api/src/sandbox/stripe/deliveries.ts';
import { startStripeStandIn, type StripeStandIn } from '../../api/src/sandbox/stripe/stand-in.ts';
import { type DatabaseKind, freshDatabase } from './databases.ts';
import { freePort } from './postgres.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { type Office, openOffice } from './world-quotes.ts';

const webhookSecret = 'whsec_of_the_hostile_world';

/** Everything outside the servers, which outlives their deaths: database, mail server, payment provider, office. */
export type World = {
  office: Office;
  stripe: StripeStandIn;
  inbox: MailInbox;
  databaseUrl: string;
  /** Starts one more process on the database. The first one gets the provider's own deliveries. */
  server(env?: Record<string, string>, through?: readonly string[]): Promise<ServerProcess>;
  /** Every process that was started so far. */
  servers: ServerProcess[];
  close(): Promise<void>;
};

export async function startWorld(kind: DatabaseKind, on?: string): Promise<World> {
  const databaseUrl = on ?? (await freshDatabase(kind));
  const office = await openOffice(databaseUrl);
  const directory = mkdtempSync(join(tmpdir(), 'countersign-world-'));
  const inbox = await startMailInbox({ directory: null, most: Infinity });
  const firstPort = await freePort();
  const stripe = await startStripeStandIn({
    webhookUrl: `http://127.0.0.1:${firstPort}/webhooks/stripe`,
    webhookSecret,
    secretKey: 'sk_test_hostile',
    payUrl: 'http://pay.example',
    file: null,
    retryDelaysMs: Array.from({ length: 400 }, () => 100),
  });
  const servers: ServerProcess[] = [];
  const env = {
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATA_DIR: directory,
    PUBLIC_URL: 'http://countersign.example',
    SESSION_SECRET: 'a-secret-of-the-hostile-world-0123456789',
    STRIPE_SECRET_KEY: 'sk_test_hostile',
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: stripe.apiBase,
    SMTP_URL: inbox.smtpUrl,
    LOG_LEVEL: 'info',
  };
  return {
    office,
    stripe,
    inbox,
    databaseUrl,
    servers,
    server: async (more = {}, through = []) => {
      const isFirstFree = servers.every(
        ({ url, process }) => !url.endsWith(`:${firstPort}`) || isGone(process),
      );
      const port = isFirstFree ? firstPort : await freePort();
      const server = await startServer({ ...env, PORT: String(port), ...more }, through);
      servers.push(server);
      return server;
    },
    close: async () => {
      for (const server of servers) if (!isGone(server.process)) await server.kill();
      await stripe.close();
      await inbox.close();
      await office.close();
    },
  };
}

export const isGone = ({ exitCode, signalCode }: ServerProcess['process']): boolean =>
  exitCode !== null || signalCode !== null;

/** An event that is about nothing of ours: it is kept, and that is all. */
export const anEvent = {
  id: 'evt_about_nothing',
  object: 'event',
  api_version: apiVersion,
  type: 'customer.created',
  created: Math.floor(Date.now() / 1000),
  livemode: false,
  data: { object: { id: 'cus_1', object: 'customer' } },
};

/** The event as Stripe would post it now. */
export function signed(event: object): { body: string; signature: string } {
  const body = JSON.stringify(event, null, 2);
  return { body, signature: signatureOf(body, webhookSecret, Math.floor(Date.now() / 1000)) };
}

/** Posts to the webhook; the status of the answer, 0 when there was none. */
export async function deliver(
  url: string,
  { body, signature }: { body: string | Buffer; signature: string | null },
): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    ...(signature === null ? {} : { 'stripe-signature': signature }),
  };
  const sent = typeof body === 'string' ? body : new Uint8Array(body);
  const response = await fetch(`${url}/webhooks/stripe`, { method: 'POST', headers, body: sent }).catch(
    () => null,
  );
  await response?.body?.cancel();
  return response?.status ?? 0;
}

/** Waits until it is so, or there is something; fails with what was waited for. */
export async function until<T>(
  what: string,
  isSo: () => T | Promise<T>,
  milliseconds = 60_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const found = await isSo();
    if (found !== false && found !== null && found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Not within ${milliseconds} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

const repeatsInOne = 50;

/** Something that is repeated so often, in a new company each fifty times: a check after each reads everything there is. */
export async function inCompanies(
  kind: DatabaseKind,
  repeats: number,
  work: (world: World, count: number) => Promise<void>,
): Promise<void> {
  for (let done = 0; done < repeats; done += repeatsInOne) {
    const world = await startWorld(kind);
    await work(world, Math.min(repeatsInOne, repeats - done));
    await world.close();
  }
}

/**
 * Waits until the outbox has done all it promised for now, and looks whether anything is so that must never be so. After a thousand
 * rounds that takes minutes; the test has a limit of its own.
 */
export async function settled({ office: { db } }: World): Promise<Awaited<ReturnType<typeof findBroken>>> {
  const isEmpty = async () => {
    const soon = instant(new Date(Date.now() + 60_000));
    const jobs = db.read
      .selectFrom('job')
      .select('id')
      .where('doneAt', 'is', null)
      .where('deadAt', 'is', null);
    return (await jobs.where('runAt', '<', soon).limit(1).execute()).length === 0;
  };
  await until('the outbox is empty', isEmpty, 30 * 60_000);
  return findBroken(db);
}

/** Lets the minute pass after which the jobs of a dead worker are free for another. Only when that worker is surely dead. */
export const leasesRunOut = ({ office: { db } }: World): Promise<unknown> =>
  db.transaction(({ sql: query }) =>
    query.updateTable('job').set({ leaseUntil: null }).where('doneAt', 'is', null).execute(),
  );

/** What is written about a quote, counted. */
export async function recordsOf({ office: { db } }: World, quoteId: string) {
  const of = async (table: 'acceptance' | 'invoice' | 'mail') =>
    db.read.selectFrom(table).selectAll().where('quoteId', '=', quoteId).execute();
  const payments = db.read
    .selectFrom('payment')
    .innerJoin('invoice', 'invoice.id', 'payment.invoiceId')
    .where('quoteId', '=', quoteId);
  const receipts = db.read
    .selectFrom('receipt')
    .innerJoin('invoice', 'invoice.id', 'receipt.invoiceId')
    .where('quoteId', '=', quoteId);
  const mails = (
    await db.read.selectFrom('mail').select('kind').where('quoteId', '=', quoteId).execute()
  ).map(({ kind }) => kind);
  return {
    acceptances: (await of('acceptance')).length,
    invoices: (await of('invoice')).length,
    confirmed: (await payments.where('payment.status', '=', 'CONFIRMED').select('payment.id').execute())
      .length,
    receipts: (await receipts.select('receipt.id').execute()).length,
    mails: mails.toSorted(),
  };
}

/** The Message-IDs that the mail server took, each as often as it took it; without what the house is told itself. */
export const messageIds = ({ inbox }: World): string[] =>
  inbox
    .ids()
    .map((id) => /^message-id: (.*)$/im.exec(inbox.raw(id)?.toString('latin1') ?? '')?.[1]?.trim() ?? '')
    .filter((id) => !/^<(audit-head|review)-/.test(id));
