/**
 * What a line could pay, with the reasons, the likeliest first. A transfer of $1,124.70 by SILVA DENTAL PTY LTD with "INV-2026-0001"
 * fits the invoice INV-2026-0001 of Silva Dental over $1,124.70 in every respect; one of $1,120.00 with "INV 2026 1" fits it less,
 * and says why. These are suggestions: nothing is paid before a person has confirmed it.
 */
import { nameKey } from '../customer-duplicates.ts';
import { addDays, daysBetween, type LocalDate } from '../local-date.ts';
import { type CurrencyCode, exponentOf, minor, type MinorUnits } from '../money.ts';
import { mentionOf } from './reference.ts';
import { splitOver } from './split.ts';

/** Why a suggestion is made; each is described in schema/bank.graphql. */
export const matchReasons = [
  'REFERENCE_EXACT',
  'REFERENCE_CLOSE',
  'AMOUNT_EXACT',
  'AMOUNT_NEAR',
  'NAME',
  'DATE',
  'QUOTE_TOTAL',
  'ALREADY_RECORDED',
] as const;

/** One of the reasons. */
export type MatchReason = (typeof matchReasons)[number];

/** How sure a suggestion is. */
export const confidences = ['STRONG', 'LIKELY', 'POSSIBLE'] as const;

/** One of the degrees. */
export type Confidence = (typeof confidences)[number];

/** What a line says. Only money that came is matched. */
export type MatchLine = Readonly<{
  amount: MinorUnits;
  currency: CurrencyCode;
  bookedOn: LocalDate;
  name: string;
  reference: string;
  text: string;
}>;

/** An invoice on which something is owed. */
export type OpenInvoice = Readonly<{
  id: string;
  number: string;
  balance: MinorUnits;
  currency: CurrencyCode;
  customerId: string;
  customerName: string;
  issueDate: LocalDate;
  dueDate: LocalDate;
  quoteNumber: string | null;
  quoteTotal: MinorUnits | null;
}>;

/** Money that a person has confirmed without a statement, and that no line is known for. */
export type RecordedPayment = Readonly<{
  id: string;
  invoiceNumber: string;
  customerName: string;
  amount: MinorUnits;
  currency: CurrencyCode;
  receivedOn: LocalDate;
  reference: string;
}>;

/** How much of the line goes to which invoice. */
export type Allocation = Readonly<{ invoiceId: string; amount: MinorUnits }>;

/** What the line could be: money for these invoices, or the payment that is recorded already. */
export type Suggestion = Readonly<{
  allocations: readonly Allocation[];
  paymentId: string | null;
  reasons: readonly MatchReason[];
  /** From 0 to 100. */
  score: number;
}>;

const weights: Readonly<Record<MatchReason, number>> = {
  REFERENCE_EXACT: 55,
  REFERENCE_CLOSE: 30,
  AMOUNT_EXACT: 30,
  AMOUNT_NEAR: 12,
  NAME: 15,
  DATE: 3,
  QUOTE_TOTAL: 15,
  ALREADY_RECORDED: 0,
};

/** Below this nothing is suggested: the amount, or the reference, or something more than a name has to fit. */
const leastScore = 30;
const mostSuggestions = 5;

/** What is known beside the open invoices: money that is recorded, and numbers of invoices that owe nothing any more. */
export type AlsoKnown = Readonly<{
  payments: readonly RecordedPayment[];
  settledNumbers: readonly string[];
}>;

/** What it could pay, the likeliest first, at most five. Nothing for money that went. */
export function matchesOf(
  line: MatchLine,
  invoices: readonly OpenInvoice[],
  { payments, settledNumbers }: AlsoKnown = { payments: [], settledNumbers: [] },
): Suggestion[] {
  if (line.amount <= 0) return [];
  const text = wordsOf(line);
  // Who names one invoice to the letter does not nearly name its neighbour.
  const names = [...invoices.map(({ number }) => number), ...settledNumbers];
  const words = { text, isExact: names.some((number) => mentionOf(text, number) === 'EXACT') };
  const open = invoices
    .filter(({ currency, balance }) => currency === line.currency && balance > 0)
    .map((invoice) => ({ invoice, reasons: reasonsFor(line, invoice, words) }));
  const single = open.map(({ invoice, reasons }): Suggestion => ({
    allocations: [{ invoiceId: invoice.id, amount: minor(Math.min(line.amount, invoice.balance)) }],
    paymentId: null,
    reasons,
    score: scoreOf(reasons),
  }));
  return [...single, ...splitsOf(line, open), ...payments.flatMap((payment) => recorded(line, payment, text))]
    .filter(({ score }) => score >= leastScore)
    .toSorted(
      (a, b) =>
        b.score - a.score || a.allocations.length - b.allocations.length || (keyOf(a) < keyOf(b) ? -1 : 1),
    )
    .slice(0, mostSuggestions);
}

/** How sure it is, for people. What is off in anything is never sure. */
export const confidenceOf = ({ score, reasons }: Suggestion): Confidence => {
  if (reasons.includes('REFERENCE_EXACT') && reasons.includes('AMOUNT_EXACT')) return 'STRONG';
  return score >= 45 ? 'LIKELY' : 'POSSIBLE';
};

const keyOf = ({ allocations, paymentId }: Suggestion): string =>
  paymentId ?? allocations[0]?.invoiceId ?? '';

type Words = Readonly<{ text: string; isExact: boolean }>;

const wordsOf = ({ name, reference, text }: MatchLine): string => `${reference} ${text} ${name}`;

const scoreOf = (reasons: readonly MatchReason[]): number =>
  Math.min(
    100,
    reasons.reduce((score, reason) => score + weights[reason], 0),
  );

/** The reasons in the order of the contract. */
function reasonsFor(line: MatchLine, invoice: OpenInvoice, words: Words): MatchReason[] {
  const mention = mentionOf(words.text, invoice.number);
  const quoted = invoice.quoteNumber !== null && mentionOf(words.text, invoice.quoteNumber) === 'EXACT';
  const isNearlyNamed = mention === 'CLOSE' && !words.isExact;
  const isExact = line.amount === invoice.balance;
  return [
    ...(mention === 'EXACT' ? (['REFERENCE_EXACT'] as const) : []),
    ...(mention !== 'EXACT' && (isNearlyNamed || quoted) ? (['REFERENCE_CLOSE'] as const) : []),
    ...(isExact ? (['AMOUNT_EXACT'] as const) : []),
    ...(!isExact && isNear(line, invoice.balance) ? (['AMOUNT_NEAR'] as const) : []),
    ...(isSameName(line, invoice.customerName) ? (['NAME'] as const) : []),
    ...(isTimely(line.bookedOn, invoice) ? (['DATE'] as const) : []),
    ...(!isExact && line.amount === invoice.quoteTotal ? (['QUOTE_TOTAL'] as const) : []),
  ];
}

/** Off by up to 2 %, or by a coin of the whole currency where that is little: fees on the way, figures that were mistyped. */
function isNear({ amount, currency }: MatchLine, balance: MinorUnits): boolean {
  const off = Math.abs(amount - balance);
  return off * 50 <= balance || (off <= 10 ** exponentOf(currency) && off * 10 <= balance);
}

/** The name of the customer, or a name that holds it: banks add "Herr", addresses and second owners. */
function isSameName({ name, reference }: MatchLine, customerName: string): boolean {
  const customer = nameKey(customerName);
  if (customer === '') return false;
  const payer = nameKey(name);
  if (payer === customer) return true;
  return customer.length >= 5 && (payer.includes(customer) || nameKey(reference).includes(customer));
}

/** After it was issued, and not months after it was due. */
const isTimely = (day: LocalDate, { issueDate, dueDate }: OpenInvoice): boolean =>
  day >= issueDate && day <= addDays(dueDate, 30);

/** Several invoices of one customer that the line pays to the last coin. */
function splitsOf(
  line: MatchLine,
  open: readonly { invoice: OpenInvoice; reasons: readonly MatchReason[] }[],
): Suggestion[] {
  const customers = [...new Set(open.map(({ invoice }) => invoice.customerId))];
  return customers.flatMap((customerId): Suggestion[] => {
    const all = open.filter(({ invoice }) => invoice.customerId === customerId);
    const named = all.filter(({ reasons }) => reasons.includes('REFERENCE_EXACT'));
    const isPayer = all[0]?.reasons.includes('NAME') === true;
    if (!isPayer && named.length < 2) return [];
    const invoices = (named.length > 1 ? named : all).map(({ invoice }) => invoice);
    const parts = splitOver(line.amount, invoices);
    if (parts === null) return [];
    const isNamed = parts.every(({ id }) => named.some(({ invoice }) => invoice.id === id));
    const reasons: MatchReason[] = [
      ...(isNamed ? (['REFERENCE_EXACT'] as const) : []),
      'AMOUNT_EXACT',
      ...(isPayer ? (['NAME'] as const) : []),
    ];
    return [
      {
        allocations: parts.map(({ id, balance }) => ({ invoiceId: id, amount: balance })),
        paymentId: null,
        reasons,
        score: scoreOf(reasons),
      },
    ];
  });
}

/** The same money, that somebody confirmed before the statement came. */
function recorded(line: MatchLine, payment: RecordedPayment, words: string): Suggestion[] {
  if (payment.currency !== line.currency || payment.amount !== line.amount) return [];
  if (Math.abs(daysBetween(payment.receivedOn, line.bookedOn)) > 10) return [];
  const isNamed =
    mentionOf(words, payment.invoiceNumber) === 'EXACT' ||
    (payment.reference.length > 5 && words.toLowerCase().includes(payment.reference.toLowerCase()));
  const reasons: MatchReason[] = [
    ...(isNamed ? (['REFERENCE_EXACT'] as const) : []),
    'AMOUNT_EXACT',
    ...(isSameName(line, payment.customerName) ? (['NAME'] as const) : []),
    'DATE',
    'ALREADY_RECORDED',
  ];
  return [{ allocations: [], paymentId: payment.id, reasons, score: scoreOf(reasons) }];
}
