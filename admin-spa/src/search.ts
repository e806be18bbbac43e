import { isLocalDate, type LocalDate } from '@countersign/api/domain/local-date';
import type {
  BankLineStatus,
  InvoiceGroup,
  InvoiceOrder,
  PaymentGroup,
  PaymentOrder,
  QuoteStatus,
  ReviewGroup,
} from './gql/graphql.ts';
import { invoiceGroup, invoiceOrder, method, paymentGroup, paymentOrder, quoteStatus } from './ui/words.ts';

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

type Direction = 'ASCENDING' | 'DESCENDING';

const ways: Record<Direction, true> = { ASCENDING: true, DESCENDING: true };

/** Each of these days that the address names, and nothing that is no day. */
const daysIn = <Name extends string>(found: Found, ...names: Name[]): { [Day in Name]?: LocalDate } => {
  const days: { [Day in Name]?: LocalDate } = {};
  for (const name of names) {
    const value = found[name];
    if (typeof value === 'string' && isLocalDate(value)) days[name] = value;
  }
  return days;
};

export type InvoiceSearch = {
  status?: InvoiceGroup;
  customerId?: string;
  currency?: string;
  issuedFrom?: LocalDate;
  issuedTo?: LocalDate;
  dueFrom?: LocalDate;
  dueTo?: LocalDate;
  search?: string;
  sort?: InvoiceOrder;
  direction?: Direction;
};

export const invoiceSearch = (found: Found): InvoiceSearch => ({
  ...text(found['search']),
  ...customerIn(found),
  ...daysIn(found, 'issuedFrom', 'issuedTo', 'dueFrom', 'dueTo'),
  ...(isOneOf(invoiceGroup, found['status']) && found['status'] !== 'ALL' ? { status: found['status'] } : {}),
  ...(typeof found['currency'] === 'string' && /^[A-Z]{3}$/.test(found['currency'])
    ? { currency: found['currency'] }
    : {}),
  ...(isOneOf(invoiceOrder, found['sort']) ? { sort: found['sort'] } : {}),
  ...wayIn(found),
});

export type PaymentSearch = {
  status?: PaymentGroup;
  method?: keyof typeof method;
  customerId?: string;
  from?: LocalDate;
  to?: LocalDate;
  search?: string;
  sort?: PaymentOrder;
  direction?: Direction;
};

export const paymentSearch = (found: Found): PaymentSearch => ({
  ...text(found['search']),
  ...customerIn(found),
  ...daysIn(found, 'from', 'to'),
  ...(isOneOf(paymentGroup, found['status']) && found['status'] !== 'ALL' ? { status: found['status'] } : {}),
  ...(isOneOf(method, found['method']) ? { method: found['method'] } : {}),
  ...(isOneOf(paymentOrder, found['sort']) ? { sort: found['sort'] } : {}),
  ...wayIn(found),
});

const customerIn = (found: Found): { customerId?: string } =>
  typeof found['customerId'] === 'string' && /^[\w-]{1,40}$/.test(found['customerId'])
    ? { customerId: found['customerId'] }
    : {};

const wayIn = (found: Found): { direction?: Direction } =>
  isOneOf(ways, found['direction']) ? { direction: found['direction'] } : {};

const lineStatuses: Record<BankLineStatus, true> = {
  TO_MATCH: true,
  MATCHED: true,
  IGNORED: true,
  OUTGOING: true,
};

type BankSearch = { status?: BankLineStatus; statement?: string; line?: string; search?: string };

export const bankSearch = (found: Found): BankSearch => ({
  ...text(found['search']),
  ...(isOneOf(lineStatuses, found['status']) ? { status: found['status'] } : {}),
  ...(typeof found['statement'] === 'string' ? { statement: found['statement'] } : {}),
  ...(typeof found['line'] === 'string' ? { line: found['line'] } : {}),
});

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

/** Whom a new quote or invoice is for. */
export const newQuoteSearch = (found: Found): { customer?: string } =>
  typeof found['customer'] === 'string' ? { customer: found['customer'] } : {};

/** Only an address of our own is a place to go back to after signing in. */
export const signInSearch = (found: Found): { to?: string } =>
  typeof found['to'] === 'string' && /^\/(?![/\\])/.test(found['to']) ? { to: found['to'] } : {};
