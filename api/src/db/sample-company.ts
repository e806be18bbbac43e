import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance } from '../context.ts';
import { createContext } from '../context.ts';
import { createCustomer } from '../customers/customers.ts';
import type { CustomerInput } from '../customers/customer-input.type.ts';
import { approveQuote } from '../quotes/approve-quote.ts';
import { createQuote } from '../quotes/quotes.ts';
import { paths } from '../paths.ts';
import { keepLogo } from '../settings/logo.ts';
import { createOwner } from '../staff/create-owner.ts';
import type { StaffActor } from '../staff/require.ts';
import { installSamples } from '../templates/install-samples.ts';
import { newCompany } from './new-company.ts';
import { done } from './sample-done.ts';
import { loadSampleInvoices } from './sample-invoices.ts';
import { tillRepair, websiteCare, websiteMigration } from './sample-quotes.ts';
import { sampleTerms } from './sample-texts.ts';

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

/** A small web studio: some weeks of invoices, one open quote whose link is in the inbox, and two drafts. */
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
  await installSamples(instance);
  const { OWNER_EMAIL: email, OWNER_PASSWORD: password } = instance.config;
  if (email !== undefined && password !== undefined) {
    await createOwner(instance, { email, password, name: 'Owner' });
  } else {
    await createOwner(instance, sampleOwner);
    await createOwner(instance, { ...sampleBookkeeper, role: 'BOOKKEEPER' });
  }
  const owner = await ownerOf(instance);
  const asOwner = { actor: owner, requestId: 'sample', client: { ip: '', userAgent: '' } };
  await keepLogo(await createContext(instance, asOwner), readFileSync(join(paths.assets, 'sample-logo.png')));
  await loadSampleInvoices(instance, owner);
  // Read anew: what is approved below carries the logo.
  const ctx = await createContext(instance, asOwner);
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
  done(
    await createQuote(ctx, {
      idempotencyKey: 'sample-quote-3',
      customerId: dental.id,
      quote: websiteCare(ctx),
    }),
  );
}

async function ownerOf(instance: Instance): Promise<StaffActor> {
  const { id, name, role } = await instance.db.read
    .selectFrom('staff')
    .selectAll()
    .where('role', '=', 'OWNER')
    .executeTakeFirstOrThrow();
  return { kind: 'staff', id, name, role, sessionHash: '' };
}

const silvaDental: CustomerInput = {
  name: 'Silva Dental',
  contactName: 'Ana Silva',
  email: 'ana@silvadental.example',
  phone: '+61 2 5550 9876',
  address: ['3 King Street', 'Newtown NSW 2042', 'Australia'],
  taxNumber: 'ABN 83 914 571 673',
  contacts: [
    { id: null, name: 'Marta Silva', email: 'accounts@silvadental.example', phone: '', role: 'Accounts' },
  ],
  prefix: 'SILVA',
  currency: null,
  language: null,
  paymentTermsDays: null,
  accountManagerId: null,
  invoiceHold: null,
  notes: 'Closed on Wednesdays. Ana decides; Marta pays.',
};

const cornerCafe: CustomerInput = {
  name: 'Corner Café',
  contactName: 'Tom Okafor',
  email: 'tom@cornercafe.example',
  phone: '',
  address: ['81 Crown Street', 'Surry Hills NSW 2010', 'Australia'],
  taxNumber: '',
  contacts: [],
  prefix: 'CAFE',
  currency: null,
  language: null,
  paymentTermsDays: 7,
  accountManagerId: null,
  invoiceHold: null,
  notes: '',
};
