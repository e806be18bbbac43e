import type { InvoiceFilter, PaymentStatus, QuoteStatus } from './gql/graphql.ts';
import { paymentStatus, quoteStatus } from './ui/words.ts';

/** What an address may say about a list. Anything else in it is left out, never a failure. */
type Found = Record<string, unknown>;

const text = (value: unknown): { search?: string } =>
  typeof value === 'string' && value.trim() !== '' ? { search: value } : {};

const isOneOf = <Name extends string>(names: Record<Name, unknown>, value: unknown): value is Name =>
  typeof value === 'string' && Object.hasOwn(names, value);

export const quoteSearch = (found: Found): { status?: QuoteStatus; search?: string } => ({
  ...text(found['search']),
  ...(isOneOf(quoteStatus, found['status']) ? { status: found['status'] } : {}),
});

const invoiceFilters: Record<InvoiceFilter, true> = { OPEN: true, OVERDUE: true, PAID: true };

export const invoiceSearch = (found: Found): { filter?: InvoiceFilter; search?: string } => ({
  ...text(found['search']),
  ...(isOneOf(invoiceFilters, found['filter']) ? { filter: found['filter'] } : {}),
});

export const paymentSearch = (found: Found): { status?: PaymentStatus } =>
  isOneOf(paymentStatus, found['status']) ? { status: found['status'] } : {};

export const customerSearch = (found: Found): { search?: string } => text(found['search']);

export const reviewSearch = (found: Found): { settled?: true } =>
  found['settled'] === true ? { settled: true } : {};

export const newQuoteSearch = (found: Found): { customer?: string } =>
  typeof found['customer'] === 'string' ? { customer: found['customer'] } : {};

/** Only an address of our own is a place to go back to after signing in. */
export const signInSearch = (found: Found): { to?: string } =>
  typeof found['to'] === 'string' && /^\/(?![/\\])/.test(found['to']) ? { to: found['to'] } : {};
