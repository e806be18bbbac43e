import type { Instance } from '../context.ts';
import { createContext, type Ctx } from '../context.ts';
import { createCustomer } from '../customers/customers.ts';
import type { CustomerInput } from '../customers/customer.type.ts';
import { addDays } from '../domain/local-date.ts';
import { minor } from '../domain/money.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { approveQuote } from '../quotes/approve-quote.ts';
import type { QuoteInput } from '../quotes/quote-input.type.ts';
import { createQuote } from '../quotes/quotes.ts';
import { createOwner } from '../staff/create-owner.ts';
import { newCompany } from './new-company.ts';
import { repairScope, sampleTerms, websiteScope } from './sample-texts.ts';

/** Printed at the start; production refuses it. */
export const sampleOwner = {
  email: 'olivia@harbourpine.example',
  password: 'sample-password-4000',
  name: 'Olivia Hart',
};
const sampleBookkeeper = {
  email: 'ben@harbourpine.example',
  password: 'sample-password-4000',
  name: 'Ben Field',
};

/** A small web studio with two clients: one open quote whose link is in the inbox, and one draft. */
export async function loadSampleCompany(instance: Instance): Promise<void> {
  await newCompany(instance, {
    name: 'Harbour & Pine Web Studio',
    address: JSON.stringify(['12 Wharf Street', 'Sydney NSW 2000', 'Australia']),
    email: 'hello@harbourpine.example',
    phone: '+61 2 5550 1234',
    taxNumber: 'ABN 51 824 753 556',
    taxLabel: 'GST',
    defaultTaxRate: 10_000,
    pricesIncludeTax: 1,
    currency: 'AUD',
    locale: 'en-AU',
    timeZone: 'Australia/Sydney',
    quoteTerms: sampleTerms,
    bankDetails: JSON.stringify([
      'Account name: Harbour & Pine Web Studio',
      'BSB: 062-000',
      'Account: 1234 5678',
    ]),
  });
  const { OWNER_EMAIL: email, OWNER_PASSWORD: password } = instance.config;
  if (email !== undefined && password !== undefined) {
    await createOwner(instance, { email, password, name: 'Owner' });
  } else {
    await createOwner(instance, sampleOwner);
    await createOwner(instance, { ...sampleBookkeeper, role: 'BOOKKEEPER' });
  }
  const ctx = await ownersContext(instance);
  const dental = done(
    await createCustomer(ctx, { idempotencyKey: 'sample-customer-1', customer: silvaDental }),
  );
  const cafe = done(await createCustomer(ctx, { idempotencyKey: 'sample-customer-2', customer: cornerCafe }));
  const website = done(
    await createQuote(ctx, {
      idempotencyKey: 'sample-quote-1',
      customerId: dental.id,
      quote: websiteMigration(ctx),
    }),
  );
  done(await approveQuote(ctx, { id: website.id, version: website.version }));
  done(
    await createQuote(ctx, { idempotencyKey: 'sample-quote-2', customerId: cafe.id, quote: tillRepair(ctx) }),
  );
}

async function ownersContext(instance: Instance): Promise<Ctx> {
  const owner = await instance.db.read
    .selectFrom('staff')
    .selectAll()
    .where('role', '=', 'OWNER')
    .executeTakeFirstOrThrow();
  const actor = { kind: 'staff', id: owner.id, name: owner.name, role: owner.role, sessionHash: '' } as const;
  return createContext(instance, { actor, requestId: 'sample', client: { ip: '', userAgent: '' } });
}

function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`The sample company does not load: ${result.message}`);
  return result;
}

const silvaDental: CustomerInput = {
  name: 'Silva Dental',
  contactName: 'Ana Silva',
  email: 'ana@silvadental.example',
  phone: '+61 2 5550 9876',
  address: ['3 King Street', 'Newtown NSW 2042', 'Australia'],
  prefix: 'SILVA',
  paymentTermsDays: null,
};

const cornerCafe: CustomerInput = {
  name: 'Corner Café',
  contactName: 'Tom Okafor',
  email: 'tom@cornercafe.example',
  phone: '',
  address: ['81 Crown Street', 'Surry Hills NSW 2010', 'Australia'],
  prefix: 'CAFE',
  paymentTermsDays: 7,
};

const websiteMigration = (ctx: Ctx): QuoteInput => ({
  title: 'Website migration',
  scope: websiteScope,
  terms: ctx.company.quoteTerms,
  pricesIncludeTax: true,
  validUntil: addDays(ctx.today, ctx.company.quoteValidityDays),
  paymentTermsDays: null,
  lines: [
    {
      description: 'Website migration to the new platform',
      quantity: 1000,
      unit: '',
      unitPrice: minor(329_900),
      taxRate: 10_000,
    },
  ],
  options: [
    {
      title: 'Booking form integration',
      description: 'Patients choose a free time on your website; it lands in your calendar.',
      price: minor(45_000),
      taxRate: 10_000,
      preselected: false,
    },
  ],
  stages: [
    { label: 'Deposit', share: 30_000, due: 'ON_SIGNING' },
    { label: 'Progress: new site on the test address', share: 40_000, due: 'ON_MILESTONE' },
    { label: 'Final: site live', share: 30_000, due: 'ON_MILESTONE' },
  ],
});

const tillRepair = (ctx: Ctx): QuoteInput => ({
  title: 'Repair of the till computer',
  scope: repairScope,
  terms: ctx.company.quoteTerms,
  pricesIncludeTax: true,
  validUntil: addDays(ctx.today, 14),
  paymentTermsDays: null,
  lines: [
    {
      description: 'Diagnosis and repair on site',
      quantity: 2500,
      unit: 'h',
      unitPrice: minor(13_200),
      taxRate: 10_000,
    },
    {
      description: 'Solid state disk, 500 GB',
      quantity: 1000,
      unit: 'pcs',
      unitPrice: minor(11_900),
      taxRate: 10_000,
    },
  ],
  options: [
    {
      title: 'Daily backup',
      description: 'Set up on your own disk, tested once.',
      price: minor(16_500),
      taxRate: 10_000,
      preselected: true,
    },
  ],
  stages: [{ label: 'Whole amount', share: 100_000, due: 'ON_SIGNING' }],
});
