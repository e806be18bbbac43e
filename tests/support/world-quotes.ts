import { pino } from 'pino';
import { systemClock, systemIds } from '../../api/src/adapters/system.ts';
import { sha256 } from '../../api/src/sha256.ts';
import { readConfig } from '../../api/src/config.ts';
import { createContext, type Ctx, type Instance } from '../../api/src/context.ts';
import { createCustomer } from '../../api/src/customers/customers.ts';
import { type Database, openDatabase } from '../../api/src/db/database.ts';
import { instant } from '../../api/src/db/instant.ts';
import { migrate } from '../../api/src/db/migrate.ts';
import { newCompany } from '../../api/src/db/new-company.ts';
import { addDays } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { isRefusal, type Refusal } from '../../api/src/domain/refusal.ts';
import { approveQuote } from '../../api/src/quotes/approve-quote.ts';
import { createQuote } from '../../api/src/quotes/quotes.ts';
import { startSession } from '../../api/src/staff/sessions.ts';
import { plainPdf, RememberingMailer } from './fakes.ts';

/** A quote that waits for its customer, with what the customer's page would know. */
export type OpenQuote = { id: string; number: string; token: string; revisionHash: string; optionId: string };

/** The office next door: writes straight into the database of the servers, through the product's own use cases. */
export type Office = {
  db: Database;
  cookie: string;
  openQuote(): Promise<OpenQuote>;
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
    openQuote: () => openQuote(ctx, customer.id),
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
    gateway: null,
    pdf: plainPdf,
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
  phone: '',
  address: ['3 King Street', 'Newtown NSW 2042'],
  prefix: 'SILVA',
  paymentTermsDays: null,
};

/** The sample of issue 2 in figures: 3,299.00 and an option of 450.00, in stages of 30, 40 and 30 %. */
async function openQuote(ctx: Ctx, customerId: string): Promise<OpenQuote> {
  const key = ctx.ids.id();
  const draft = done(
    await createQuote(ctx, { idempotencyKey: key, customerId, quote: websiteMigration(ctx) }),
  );
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
        email: customerEmail,
        createdAt: ctx.now,
        revokedAt: null,
      })
      .execute(),
  );
  return {
    id: quote.id,
    number: quote.number ?? '',
    token,
    revisionHash: quote.snapshotHash ?? '',
    optionId: options[0]?.id ?? '',
  };
}

const websiteMigration = (ctx: Ctx) => ({
  title: 'Website migration',
  scope: '# Scope\n\nMove *12 pages*.',
  terms: 'Due in 14 days.',
  pricesIncludeTax: true,
  validUntil: addDays(ctx.today, 30),
  paymentTermsDays: null,
  lines: [
    {
      description: 'Website migration',
      quantity: 1000,
      unit: '',
      unitPrice: minor(329_900),
      taxRate: 10_000,
    },
  ],
  options: [
    {
      title: 'Booking form integration',
      description: '',
      price: minor(45_000),
      taxRate: 10_000,
      preselected: false,
    },
  ],
  stages: [
    { label: 'Deposit', share: 30_000, due: 'ON_SIGNING' as const },
    { label: 'Progress', share: 40_000, due: 'ON_MILESTONE' as const },
    { label: 'Final', share: 30_000, due: 'ON_MILESTONE' as const },
  ],
});

function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(result.message);
  return result;
}
