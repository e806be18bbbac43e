/**
 * Which invoices somebody has to look at before they go out: over $5,000.00 when the person who issues it may not approve,
 * the first one to a new client, one with a deep discount, one for a client with a payment plan of its own, one for a client
 * who disputes a payment. The first invoice of a signed quote was looked at when the quote was approved; of the reasons only
 * the last two count for it.
 */
import { type CurrencyCode, formatAmount, type MinorUnits } from './money.ts';

/** The company's rules; null switches a rule off. The limit is an amount with tax in the company's `currency`. */
export type InvoicePolicy = Readonly<{
  currency: CurrencyCode;
  limit: MinorUnits | null;
  discountLimit: number | null;
  newClients: boolean;
}>;

/** What the rules look at. */
export type InvoiceFacts = Readonly<{
  gross: MinorUnits;
  currency: CurrencyCode;
  locale: string;
  /** Whether whoever issues it may approve invoices. */
  mayApprove: boolean;
  /** Whether the approval of the quote covers it: the invoice of the signature. */
  isCovered: boolean;
  isFirstOfClient: boolean;
  /** Why invoices of this client wait; empty when they do not. */
  hold: string;
  /** How many disputes of the client are open. */
  openDisputes: number;
  /** The deepest discount of a line, in thousandths of a percent. */
  discount: number;
}>;

type Rule = (facts: InvoiceFacts, policy: InvoicePolicy) => string | null;

const aboveLimit: Rule = ({ gross, currency, locale, mayApprove }, { limit, currency: own }) => {
  if (limit === null || mayApprove) return null;
  const most = formatAmount({ amount: limit, currency: own }, locale);
  if (currency !== own) return `It is in ${currency}, which cannot be held against the limit of ${most}.`;
  if (gross <= limit) return null;
  return `It comes to ${formatAmount({ amount: gross, currency }, locale)}, which is above the limit of ${most}.`;
};

const newClient: Rule = ({ isFirstOfClient }, { newClients }) =>
  newClients && isFirstOfClient ? 'It is the first invoice to this client.' : null;

const deepDiscount: Rule = ({ discount }, { discountLimit }) =>
  discountLimit === null || discount <= discountLimit
    ? null
    : `It gives a discount of ${discount / 1000} %, which is more than ${discountLimit / 1000} %.`;

const held: Rule = ({ hold }) => (hold === '' ? null : `Invoices to this client wait: ${hold}`);

const disputed: Rule = ({ openDisputes }) =>
  openDisputes === 0 ? null : 'The client disputes a payment; look at that first.';

const always: readonly Rule[] = [held, disputed];
const uncovered: readonly Rule[] = [aboveLimit, newClient, deepDiscount];

/** Every reason why the invoice has to be approved before it goes out, a sentence each. */
export const invoiceApprovalReasons = (facts: InvoiceFacts, policy: InvoicePolicy): string[] =>
  [...(facts.isCovered ? [] : uncovered), ...always].flatMap((rule) => rule(facts, policy) ?? []);
