import type { InvoiceFilter, PaymentStatus, QuoteStatus, ReviewGroup } from './gql/graphql.ts';
import { paymentStatus, quoteStatus } from './ui/words.ts';

/** What an address may say about a list. Anything else in it is left out, never a failure. */
type Found = Record<string, unknown>;

const text = (value: unknown): { search?: string } =>
  typeof value === 'string' && value.trim() !== '' ? { search: value } : {};

const isOneOf = <Name extends string>(names: Record<Name, unknown>, value: unknown): value is Name =>
  typeof value === 'string' && Object.hasOwn(names, value);

export const quoteSearch = (found: Found): { status?: QuoteStatus; search?: string; archived?: true } => ({
  ...archiveSearch(found),
  ...(isOneOf(quoteStatus, found['status']) ? { status: found['status'] } : {}),
});

const invoiceFilters: Record<InvoiceFilter, true> = { OPEN: true, OVERDUE: true, PAID: true };

export const invoiceSearch = (found: Found): { filter?: InvoiceFilter; search?: string } => ({
  ...text(found['search']),
  ...(isOneOf(invoiceFilters, found['filter']) ? { filter: found['filter'] } : {}),
});

export const paymentSearch = (found: Found): { status?: PaymentStatus } =>
  isOneOf(paymentStatus, found['status']) ? { status: found['status'] } : {};

/** A list that is searched, of what is in use or of what was archived. */
export const archiveSearch = (found: Found): { search?: string; archived?: true } => ({
  ...text(found['search']),
  ...(found['archived'] === true ? { archived: true } : {}),
});

const reviewGroups: Record<ReviewGroup, true> = {
  SIGNATURES: true,
  CUSTOMERS: true,
  PAYMENTS: true,
  BILLING: true,
  DELIVERY: true,
};

type ReviewSearch = {
  settled?: true;
  snoozed?: true;
  mine?: true;
  group?: ReviewGroup;
  search?: string;
};

export const reviewSearch = (found: Found): ReviewSearch => ({
  ...text(found['search']),
  ...(found['settled'] === true ? { settled: true } : {}),
  ...(found['snoozed'] === true ? { snoozed: true } : {}),
  ...(found['mine'] === true ? { mine: true } : {}),
  ...(isOneOf(reviewGroups, found['group']) ? { group: found['group'] } : {}),
});

export const newQuoteSearch = (found: Found): { customer?: string } =>
  typeof found['customer'] === 'string' ? { customer: found['customer'] } : {};

/** Only an address of our own is a place to go back to after signing in. */
export const signInSearch = (found: Found): { to?: string } =>
  typeof found['to'] === 'string' && /^\/(?![/\\])/.test(found['to']) ? { to: found['to'] } : {};
