/**
 * What a customer owed at the beginning of a period, what changed it, and what they owe at its end, read from the book. An
 * invoice of $1,124.70 raises it, $1,200.00 by transfer bring it to −$75.30: that is the customer's credit. Money that only
 * moves from their credit to an invoice changes nothing and is left out.
 */
import { postings, type PostingKind } from './ledger.ts';
import type { LocalDate } from './local-date.ts';
import { type CurrencyCode, type MinorUnits, minor } from './money.ts';

/** What a line of a statement can be. */
export const statementKinds = ['INVOICE', 'PAYMENT', 'CREDIT_NOTE', 'REFUND', 'WRITE_OFF', 'OTHER'] as const;

/** One of these. */
export type StatementKind = (typeof statementKinds)[number];

/** An entry of the book, in the order in which it was written. `document` is the number that people know it by. */
export type BookedMoney = Readonly<{
  kind: PostingKind;
  amount: MinorUnits;
  currency: CurrencyCode;
  day: LocalDate;
  document: string;
  /** Entries of one payment are one line. */
  paymentId: string | null;
}>;

export type StatementLine = Readonly<{
  kind: StatementKind;
  day: LocalDate;
  document: string;
  /** More than 0 for what is charged, less for what is paid or credited. */
  change: MinorUnits;
  balance: MinorUnits;
}>;

/** Balances are less than 0 where the customer has something to their credit. */
export type Statement = Readonly<{
  currency: CurrencyCode;
  opening: MinorUnits;
  lines: readonly StatementLine[];
  closing: MinorUnits;
}>;

const kinds: Readonly<Record<PostingKind, StatementKind>> = {
  INVOICED: 'INVOICE',
  PAID: 'PAYMENT',
  OVERPAID: 'PAYMENT',
  CREDIT_APPLIED: 'OTHER',
  CREDITED: 'CREDIT_NOTE',
  VOIDED: 'CREDIT_NOTE',
  FREED: 'OTHER',
  REFUNDED: 'REFUND',
  REFUND_REVERSED: 'REFUND',
  WRITTEN_OFF: 'WRITE_OFF',
  LOSS_REVERSED: 'WRITE_OFF',
  DISPUTED: 'OTHER',
  DISPUTE_WON: 'OTHER',
  DISPUTE_LOST: 'OTHER',
};

/** By how much an entry changes what the customer owes, all in all. */
function changeOf({ kind, amount }: BookedMoney): number {
  const { debit, credit } = postings[kind];
  return (isTheirs(debit) ? amount : 0) - (isTheirs(credit) ? amount : 0);
}

const isTheirs = (account: string): boolean => account === 'RECEIVABLE' || account === 'CUSTOMER_CREDIT';

/** One statement for each currency in which something was booked up to the last day, by currency. Both days count. */
export function statementsOf(
  entries: readonly BookedMoney[],
  { from, to }: Readonly<{ from: LocalDate; to: LocalDate }>,
): Statement[] {
  const counted = entries.filter(({ day }) => day <= to);
  const currencies = [...new Set(counted.map(({ currency }) => currency))].sort();
  return currencies.map((currency) =>
    statementIn(
      currency,
      counted.filter((entry) => entry.currency === currency),
      from,
    ),
  );
}

function statementIn(currency: CurrencyCode, entries: readonly BookedMoney[], from: LocalDate): Statement {
  let balance = 0;
  let opening = 0;
  const lines: StatementLine[] = [];
  let last: BookedMoney | null = null;
  for (const entry of entries) {
    const change = changeOf(entry);
    if (change === 0) continue;
    balance += change;
    if (entry.day < from) {
      opening = balance;
      continue;
    }
    const before = lines.at(-1);
    if (before !== undefined && last !== null && isSamePayment(last, entry)) {
      lines[lines.length - 1] = { ...before, change: minor(before.change + change), balance: minor(balance) };
    } else {
      const { day, document } = entry;
      lines.push({ kind: kinds[entry.kind], day, document, change: minor(change), balance: minor(balance) });
    }
    last = entry;
  }
  return { currency, opening: minor(opening), lines, closing: minor(balance) };
}

/** What a payment owed and what of it was too much are two entries of the book and one sum on the bank's paper. */
const isSamePayment = (before: BookedMoney, entry: BookedMoney): boolean =>
  before.kind === 'PAID' &&
  entry.kind === 'OVERPAID' &&
  entry.paymentId !== null &&
  entry.paymentId === before.paymentId &&
  before.day === entry.day;
