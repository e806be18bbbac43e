import { createContext, type Ctx, type Instance } from '../context.ts';
import type { CustomerInput } from '../customers/customer-input.type.ts';
import { createCustomer } from '../customers/customers.ts';
import { type MinorUnits, minor } from '../domain/money.ts';
import { createFreeInvoice } from '../invoices/create-free-invoice.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { confirmManualPayment } from '../payments/manual.ts';
import type { StaffActor } from '../staff/require.ts';
import type { Row } from './entities.ts';
import { done } from './sample-done.ts';

type Past = {
  subject: string;
  /** Days before today. */
  issued: number;
  price: MinorUnits;
  paid?: { ago: number; method: 'BANK_TRANSFER' | 'CASH'; part?: MinorUnits };
};

/** One of each that a business has lying about: paid, overdue, paid in part, and not due yet. */
export const pastWork: readonly Past[] = [
  {
    subject: 'Logo and letterhead',
    issued: 41,
    price: minor(88_000),
    paid: { ago: 30, method: 'BANK_TRANSFER' },
  },
  { subject: 'Photographs of the workshop', issued: 33, price: minor(46_200) },
  {
    subject: 'Van lettering',
    issued: 12,
    price: minor(132_000),
    paid: { ago: 2, method: 'BANK_TRANSFER', part: minor(60_000) },
  },
  { subject: 'Help desk, four hours', issued: 6, price: minor(52_800) },
  { subject: 'Business cards', issued: 3, price: minor(19_800), paid: { ago: 0, method: 'CASH' } },
];

/** Some weeks of work that was invoiced before the first quote of the sample, by the same code as any other. */
export async function loadSampleInvoices(instance: Instance, owner: StaffActor): Promise<void> {
  const contextOf = (daysAgo: number): Promise<Ctx> =>
    createContext(
      { ...instance, clock: { now: () => new Date(instance.clock.now().getTime() - daysAgo * 86_400_000) } },
      { actor: owner, requestId: 'sample', client: { ip: '', userAgent: '' } },
    );
  const first = await contextOf(pastWork[0]?.issued ?? 0);
  const { id: customerId } = done(
    await createCustomer(first, { idempotencyKey: 'sample-customer-3', customer: northside }),
  );
  const steps = pastWork.flatMap((work) =>
    [work.issued, work.paid?.ago].flatMap((ago) => (ago === undefined ? [] : [{ ago, work }])),
  );
  const invoices = new Map<Past, Row<Invoice>>();
  // Day by day, as it would have happened: the first step of each work is its invoice, the second its payment.
  for (const { ago, work } of steps.toSorted((a, b) => b.ago - a.ago)) {
    const ctx = await contextOf(ago);
    const invoice = invoices.get(work);
    if (invoice === undefined) invoices.set(work, await issued(ctx, customerId, work));
    else await confirmed(ctx, invoice, work);
  }
}

const issued = async (ctx: Ctx, customerId: string, { subject, price }: Past) =>
  done(
    await createFreeInvoice(ctx, {
      idempotencyKey: `sample: ${subject}`,
      customerId,
      invoice: {
        subject,
        pricesIncludeTax: true,
        lines: [
          {
            description: subject,
            quantity: 1000,
            unit: '',
            unitPrice: price,
            discount: null,
            taxTreatment: 'STANDARD',
            taxRate: 10_000,
          },
        ],
        paymentTermsDays: null,
        termsNote: null,
      },
    }),
  );

async function confirmed(ctx: Ctx, invoice: Row<Invoice>, { subject, price, paid }: Past): Promise<void> {
  const method = paid?.method ?? 'BANK_TRANSFER';
  done(
    await confirmManualPayment(ctx, {
      idempotencyKey: `sample: ${subject}`,
      invoiceId: invoice.id,
      paymentId: null,
      method,
      amount: paid?.part ?? price,
      reference: method === 'CASH' ? 'at the desk' : (invoice.number ?? ''),
      receivedOn: ctx.today,
    }),
  );
}

const northside: CustomerInput = {
  name: 'Northside Plumbing',
  contactName: 'Grace Lee',
  email: 'grace@northsideplumbing.example',
  phone: '+61 2 5550 4410',
  address: ['7 Mill Lane', 'Chatswood NSW 2067', 'Australia'],
  taxNumber: '',
  contacts: [],
  prefix: 'NORTH',
  currency: null,
  language: null,
  paymentTermsDays: null,
  accountManagerId: null,
  invoiceHold: null,
  notes: '',
};
