import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentNode, print } from 'graphql';
import { pino } from 'pino';
import { rememberKey } from '../../api/src/acceptances/signing-keys.ts';
import { type App, createApp } from '../../api/src/app.ts';
import { createFileCleaner } from '../../api/src/adapters/file-cleaner.ts';
import { findBroken } from '../../api/src/check/check.ts';
import { readConfig } from '../../api/src/config.ts';
import { type Database, openDatabase, type Tx } from '../../api/src/db/database.ts';
import { migrate } from '../../api/src/db/migrate.ts';
import { newCompany } from '../../api/src/db/new-company.ts';
import type { StaffRole } from '../../api/src/domain/permission.ts';
import { ed25519Signer, newSigningKey } from '../../api/src/adapters/signing-key.ts';
import { systemIds } from '../../api/src/adapters/system.ts';
import { uuidSource } from '../../api/src/adapters/uuid.ts';
import { startSession } from '../../api/src/staff/sessions.ts';
import { builtFileWorker } from './built.ts';
import { instant } from '../../api/src/db/instant.ts';
import { countingPlugin } from './counting.ts';
import { type DatabaseKind, freshDatabase } from './databases.ts';
import { plainPdf, RememberingGateway, RememberingMailer, SettableClock } from './fakes.ts';

export type Answer<T> = { data: T | null; errors?: { message: string; extensions: { code: string } }[] };
/** Who asks: a member of staff by cookie, a customer by link token, or nobody. */
export type Asker = { cookie: string } | { link: string; from?: string } | null;

/** What a mail provider has to know to tell us of bounces. */
export const mailWebhookSecret = 'the-secret-of-the-mail-provider';

/** The whole server without a socket: real schema, real database, real rules; the outside world remembers what it was asked. */
export async function startTestApp(kind: DatabaseKind) {
  const config = readConfig({
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://test.example',
    DATABASE_URL: await freshDatabase(kind),
    DATA_DIR: mkdtempSync(join(tmpdir(), 'countersign-data-')),
    MAIL_WEBHOOK_SECRET: mailWebhookSecret,
  });
  const opened = await openDatabase(config.DATABASE_URL);
  const statements = { count: 0 };
  const db = counting(opened, statements);
  const clock = new SettableClock('2026-11-21T01:00:00Z');
  await migrate(db, clock.now());
  const mailer = new RememberingMailer();
  const gateway = new RememberingGateway();
  const files = createFileCleaner({ workerFile: builtFileWorker });
  const app = await createApp(
    {
      config,
      db,
      clock,
      // Ids begin with the time, and the history is sealed by it.
      ids: { ...systemIds, id: uuidSource(() => clock.now().getTime(), randomBytes) },
      mailer,
      bounceMailbox: null,
      gateway,
      pdf: plainPdf,
      files,
      signer: ed25519Signer(newSigningKey()),
      sessionSecret: 'x'.repeat(32),
      log: pino({ level: 'silent' }),
    },
    { sandbox: null, ticking: false },
  );
  await newCompany(app.instance, {
    name: 'Harbour & Pine Web Studio',
    taxLabel: 'GST',
    currency: 'AUD',
    locale: 'en-AU',
    timeZone: 'Australia/Sydney',
    pricesIncludeTax: 1,
    bankDetails: '["BSB: 062-000","Account: 1234 5678"]',
  });
  await rememberKey(app.instance);
  return {
    app,
    db,
    clock,
    mailer,
    gateway,
    /** How many statements went to the database so far; what entities load and save is not counted. */
    statements,
    ask: <T>(document: DocumentNode | string, variables: object, asker: Asker) =>
      ask<T>(app, document, variables, asker),
    signedIn: (role: StaffRole) => signedIn(app, role),
    /** Works off the outbox. */
    settle: () => app.worker.drain(),
    /** Everything that must never be so and is. */
    broken: () => findBroken(db),
    close: async () => {
      await app.server.close();
      await app.worker.stop();
      await files.close();
      await db.close();
    },
  };
}

/** The same database; every statement that is written in SQL counts. */
function counting(db: Database, statements: { count: number }): Database {
  const counter = countingPlugin(() => void (statements.count += 1));
  const read = db.read.withPlugin(counter);
  const transaction: Database['transaction'] = (work) =>
    db.transaction((tx) => work(Object.create(tx, { sql: { value: tx.sql.withPlugin(counter) } }) as Tx));
  return { ...db, read, transaction };
}

async function ask<T>(
  app: App,
  document: DocumentNode | string,
  variables: object,
  asker: Asker,
): Promise<Answer<T>> {
  const response = await app.server.inject({
    method: 'POST',
    url: '/graphql',
    ...(asker !== null && 'from' in asker && asker.from !== undefined ? { remoteAddress: asker.from } : {}),
    headers: {
      'content-type': 'application/json',
      ...(asker !== null && 'cookie' in asker ? { cookie: asker.cookie } : {}),
      ...(asker !== null && 'link' in asker ? { authorization: `Link ${asker.link}` } : {}),
    },
    payload: { query: typeof document === 'string' ? document : print(document), variables },
  });
  return response.json();
}

/** A person of this role with a session, as the cookie that a browser would send. */
async function signedIn({ instance }: App, role: StaffRole): Promise<{ cookie: string }> {
  const id = instance.ids.id();
  const now = instant(instance.clock.now());
  await instance.db.transaction(({ sql: query }) =>
    query
      .insertInto('staff')
      .values({
        id,
        version: 1,
        name: `The ${role.toLowerCase()}`,
        email: `${id}@staff.example`,
        role,
        passwordHash: 'none',
        createdAt: now,
        disabledAt: null,
      })
      .execute(),
  );
  return { cookie: `__Host-countersign=${await startSession(instance, id, now)}` };
}
