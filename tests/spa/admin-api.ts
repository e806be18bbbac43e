import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, graphql } from 'graphql';
import * as records from './admin-records.ts';

const folder = new URL('../../schema/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
const schema = buildSchema(files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n'));

const byId =
  (list: readonly { id?: unknown }[]) =>
  ({ id }: { id: string }) =>
    list.find((record) => record.id === id);

type Listing = { status?: string | null; search?: string | null; filter?: string | null; resolved?: boolean };

const page = (items: readonly unknown[]) => ({ items, endCursor: null });

/** What each operation answers when a test says nothing else. Writes give back a record that is known. */
const answers: Record<string, unknown> = {
  me: records.me,
  company: records.company,
  staff: records.staff,
  openReviewCount: records.reviewItems.length,
  reviewItems: ({ resolved }: Listing) => page(resolved ? [] : records.reviewItems),
  quotes: ({ status, search }: Listing) =>
    page(
      records.quotes.filter(
        (quote) => (!status || quote.status === status) && (!search || quote.title.includes(search)),
      ),
    ),
  quote: byId(records.quotes),
  invoices: ({ filter }: Listing) =>
    page(filter === 'PAID' ? [records.paidInvoice] : [records.openInvoice, records.paidInvoice]),
  invoice: byId([records.openInvoice, records.paidInvoice]),
  payments: ({ status }: Listing) =>
    page(
      [records.claim, records.declined, records.cardPayment].filter(
        (one) => !status || one.status === status,
      ),
    ),
  customers: ({ search }: Listing) =>
    page(records.customers.filter((one) => !search || one.name.toLowerCase().includes(search.toLowerCase()))),
  customer: byId(records.customers),
  signIn: records.me,
  signOut: true,
  signOutEverywhere: true,
  createQuote: records.draft,
  updateQuote: records.draft,
  approveQuote: records.accepted,
  cancelQuote: records.draft,
  issueStageInvoice: records.openInvoice,
  confirmManualPayment: records.cardPayment,
  rejectManualPayment: records.claim,
  resolveReviewItem: records.reviewItems[0],
  createCustomer: records.customer,
  updateCustomer: records.customer,
  updateCompany: records.company,
  createStaffMember: records.me,
};

/**
 * Answers what the screens ask, checked against the contract: an operation that the schema does not know fails here as it
 * would fail on the server. `changed` replaces single answers; functions get the arguments of their field.
 */
export async function answer(body: string, changed: Record<string, unknown> = {}): Promise<string> {
  const { query, variables } = JSON.parse(body);
  const rootValue = { ...answers, ...changed };
  return JSON.stringify(await graphql({ schema, source: query, variableValues: variables, rootValue }));
}
