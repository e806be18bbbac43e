import { ed25519Signer, newSigningKey } from '../../api/src/adapters/signing-key.ts';
import { createFileCleaner } from '../../api/src/adapters/file-cleaner.ts';
import { builtFileWorker } from './built.ts';
import { pino } from 'pino';
import { systemClock, systemIds } from '../../api/src/adapters/system.ts';
import { sha256 } from '../../api/src/sha256.ts';
import { readConfig } from '../../api/src/config.ts';
import { createContext, type Ctx, type Instance } from '../../api/src/context.ts';
import { createCustomer } from '../../api/src/customers/customers.ts';
import { type Database, openDatabase } from '../../api/src/db/database.ts';
import { instant, later } from '../../api/src/db/instant.ts';
import { migrate } from '../../api/src/db/migrate.ts';
import { newCompany } from '../../api/src/db/new-company.ts';
import { websiteMigration } from '../../api/src/db/sample-quotes.ts';
import { isRefusal, type Refusal } from '../../api/src/domain/refusal.ts';
import { approveQuote } from '../../api/src/quotes/approve-quote.ts';
import { createQuote } from '../../api/src/quotes/quotes.ts';
import { startSession } from '../../api/src/staff/sessions.ts';
import { plainPdf, RememberingMailer } from './fakes.ts';

type QuoteInput = ReturnType<typeof websiteMigration>;

/** A quote that waits for its customer, with what the customer's page would know. */
export type OpenQuote = {
  id: string;
  version: number;
  number: string;
  token: string;
  revisionHash: string;
  optionId: string;
};

/** The office next door: writes straight into the database of the servers, through the product's own use cases. */
export type Office = {
  db: Database;
  cookie: string;
  draft(): Promise<{ id: string; version: number }>;
  openQuote(changes?: Partial<QuoteInput>): Promise<OpenQuote>;
  /** The ids of the stages, in their order. */
  stagesOf(quoteId: string): Promise<string[]>;
  close(): Promise<void>;
};

export const customerEmail = 'ana@silvadental.example';

/** Prepares an empty database: tables, company, an owner who is signed in, and a customer. */
export async function openOffice(databaseUrl: string): Promise<Office> {
  const instance = await instanceOn(databaseUrl);
  const { db } = instance;
  await migrate(db, instance.clock.now());
  await newCompany(instance, {
    name: 'Harbour & Pine',
    currency: 'AUD',
    timeZone: 'Australia/Sydney',
    pricesIncludeTax: 1,
  });
  const owner = await addOwner(instance);
  const ctx = await createContext(instance, {
    actor: owner,
    requestId: 'office',
    client: { ip: '', userAgent: '' },
  });
  const customer = done(await createCustomer(ctx, { idempotencyKey: 'the-customer', customer: silvaDental }));
  return {
    db,
    cookie: `__Host-countersign=${await startSession(instance, owner.id, ctx.now)}`,
    draft: () => writeDraft(ctx, customer.id),
    openQuote: (changes = {}) => openQuote(ctx, customer.id, changes),
    stagesOf: async (quoteId) => {
      const { snapshot } = await ctx.db.read
        .selectFrom('quote')
        .select('snapshot')
        .where('id', '=', quoteId)
        .executeTakeFirstOrThrow();
      return (JSON.parse(snapshot ?? '') as { stages: { id: string }[] }).stages.map(({ id }) => id);
    },
    close: () => db.close(),
  };
}

async function instanceOn(databaseUrl: string): Promise<Instance> {
  return {
    config: readConfig({ NODE_ENV: 'test', DATABASE_URL: databaseUrl }),
    db: await openDatabase(databaseUrl),
    clock: systemClock,
    ids: systemIds,
    mailer: new RememberingMailer(),
    bounceMailbox: null,
    gateway: null,
    pdf: plainPdf,
    files: createFileCleaner({ workerFile: builtFileWorker }),
    signer: ed25519Signer(newSigningKey()),
    sessionSecret: 'x'.repeat(32),
    log: pino({ level: 'silent' }),
    nudge: () => undefined,
  };
}

async function addOwner({ db, ids, clock }: Instance) {
  const owner = { id: ids.id(), name: 'Olivia Hart', role: 'OWNER' } as const;
  await db.transaction(({ sql: query }) =>
    query
      .insertInto('staff')
      .values({
        ...owner,
        version: 1,
        email: 'olivia@harbourpine.example',
        passwordHash: 'none',
        createdAt: instant(clock.now()),
        disabledAt: null,
      })
      .execute(),
  );
  return { kind: 'staff', ...owner, sessionHash: '' } as const;
}

const silvaDental = {
  name: 'Silva Dental',
  contactName: 'Ana Silva',
  email: customerEmail,
  phone: '+61 2 5550 4321',
  address: ['3 King Street', 'Newtown NSW 2042'],
  taxNumber: 'ABN 53 004 085 616',
  contacts: [],
  prefix: 'SILVA',
  currency: null,
  language: null,
  paymentTermsDays: null,
  accountManagerId: null,
  invoiceHold: null,
  notes: '',
};

/** The sample of issue 2 in figures: 3,299.00 and an option of 450.00, in stages of 30, 40 and 30 %. */
const writeDraft = async (ctx: Ctx, customerId: string, changes: Partial<QuoteInput> = {}) =>
  done(
    await createQuote(ctx, {
      idempotencyKey: ctx.ids.id(),
      customerId,
      quote: { ...websiteMigration(ctx), ...changes },
    }),
  );

async function openQuote(ctx: Ctx, customerId: string, changes: Partial<QuoteInput>): Promise<OpenQuote> {
  const draft = await writeDraft(ctx, customerId, changes);
  const quote = done(await approveQuote(ctx, { id: draft.id, version: draft.version }));
  const token = ctx.ids.token();
  const { options } = JSON.parse(quote.snapshot ?? '') as { options: { id: string }[] };
  await ctx.db.transaction(({ sql: query }) =>
    query
      .insertInto('link')
      .values({
        id: ctx.ids.id(),
        tokenHash: sha256(token),
        purpose: 'QUOTE',
        quoteId: quote.id,
        invoiceId: null,
        customerId,
        email: customerEmail,
        createdAt: ctx.now,
        expiresAt: later(ctx.now, 24 * 60 * 60_000),
        revokedAt: null,
      })
      .execute(),
  );
  return {
    id: quote.id,
    version: quote.version,
    number: quote.number ?? '',
    token,
    revisionHash: quote.snapshotHash ?? '',
    optionId: options[0]?.id ?? '',
  };
}

function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(result.message);
  return result;
}
