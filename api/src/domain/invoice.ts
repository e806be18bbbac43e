/**
 * What an invoice says, and how it stands. The deposit of 30 % of $3,749.00 is an invoice of $1,124.70; issued on 21 November
 * with 14 days to pay it is due on 5 December, overdue from 6 December, and paid when $1,124.70 are confirmed. A credit note
 * of $100.00 makes $1,024.70 enough; with $500.00 confirmed it is partially paid.
 */
import type { BankAccount } from './bank-account.ts';
import type { Language } from './language.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { type CurrencyCode, type MinorUnits, minor } from './money.ts';
import type { Discount, TaxTotal, Totals, TaxTreatment } from './pricing.ts';
import type { Client, Party, QuoteSnapshot, SnapshotStage } from './quote-snapshot.ts';
import { stageTotals } from './stages.ts';
import { lessTaxes, totalsOf } from './tax.ts';

/** Where an invoice can stand. */
export const invoiceStatuses = [
  'AWAITING_APPROVAL',
  'OPEN',
  'PARTIALLY_PAID',
  'PAID',
  'VOID',
  'UNCOLLECTIBLE',
] as const;

/** Where an invoice stands. */
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** What invoices are made of: a stage of a signed quote, or work that was never quoted. */
export const invoiceKinds = ['STAGE', 'FREE'] as const;

/** What an invoice is made of. */
export type InvoiceKind = (typeof invoiceKinds)[number];

/**
 * One line: what is charged under one tax treatment and at one rate (thousandths of a percent). A free invoice says how many
 * (thousandths of a unit) and at what price each; the share of a stage has neither.
 */
export type InvoiceLine = Readonly<{
  description: string;
  quantity: number | null;
  unit: string;
  unitPrice: MinorUnits | null;
  /** What is taken off the line; a stage has nothing of the kind. */
  discount: Discount | null;
  taxTreatment: TaxTreatment;
  taxRate: number;
  net: MinorUnits;
  tax: MinorUnits;
  gross: MinorUnits;
}>;

/** Which part of which quote an invoice is; `position` counts from 1. */
export type StageOfQuote = Readonly<{ quoteNumber: string; label: string; position: number; count: number }>;

/** What was taken off an earlier invoice after its issue; its amounts are more than 0. */
export type EarlierCreditNote = Readonly<{ number: string; issueDate: LocalDate; totals: Totals }>;

/**
 * An invoice that came before the final one of the same quote, with its tax (EN 16931 asks for prepaid parts by rate), and the
 * credit notes on it, oldest first: without them the list would say more than was charged.
 */
export type EarlierInvoice = Readonly<{
  number: string;
  issueDate: LocalDate;
  label: string;
  totals: Totals;
  creditNotes: readonly EarlierCreditNote[];
}>;

/** A signed reduction that a stage bears, by treatment and rate; its amounts are more than 0. `number` is that of the change. */
export type StageReduction = Readonly<{ number: string; taxes: readonly TaxTotal[] }>;

/** Terms that were agreed beside the usual ones, and the words that say so. */
export type AgreedTerms = Readonly<{ days: number; note: string }>;

/**
 * Everything that the document says. It is written once and never changes after the issue. `subject` is the title of the
 * quote, or what a free invoice is about; `earlier` is filled in on the final invoice of several; `termsNote` is the agreed
 * exception from the usual terms; `taxNotes` are the sentences that the law asks for where something is exempt or under
 * reverse charge, and none elsewhere.
 */
export type InvoiceContent = Readonly<{
  company: Party;
  customer: Client;
  bankDetails: readonly string[];
  /** Where transfers go, as fields; null when the company has none. */
  bankAccount: BankAccount | null;
  subject: string;
  stage: StageOfQuote | null;
  earlier: readonly EarlierInvoice[];
  /** Signed changes that this stage became smaller by; they stand in the lines too. */
  reductions: readonly StageReduction[];
  currency: CurrencyCode;
  /** Whether the prices of its lines have the tax inside. */
  pricesIncludeTax: boolean;
  lines: readonly InvoiceLine[];
  totals: Totals;
  taxNotes: readonly string[];
  paymentTermsDays: number;
  termsNote: string | null;
}>;

/** A rate as it is printed: 30000 is `30%`, 8875 is `8.875%`, and in German `8,875 %`. */
const percent = (rate: number, [point, sign]: readonly [point: string, sign: string]): string => {
  const decimals = String(rate % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(rate / 1000)}${decimals === '' ? '' : `${point}${decimals}`}${sign}`;
};

/** How a share of something is said in each language. */
const shareOf: Readonly<Record<Language, (rate: number) => string>> = {
  en: (rate) => `${percent(rate, ['.', '%'])} of `,
  de: (rate) => `${percent(rate, [',', '\u00a0%'])} von `,
  fr: (rate) => `${percent(rate, [',', '\u00a0%'])} de `,
};

/** What the line of a stage says: `Deposit: 30% of Website migration (QT-SILVADENTAL-0001-1)`, or without a share. */
const descriptionOf = (
  { label, percent: share }: SnapshotStage,
  { title, number, customer }: QuoteSnapshot,
): string => `${label}: ${share === null ? '' : shareOf[customer.language](share)}${title} (${number})`;

const changeWords: Readonly<Record<Language, string>> = { en: 'Change order', de: 'Nachtrag', fr: 'Avenant' };

/** `Change order QT-SILVADENTAL-0002-1`, in the language of the documents. */
export const changeOrderWords = (language: Language, number: string): string =>
  `${changeWords[language]} ${number}`;

/** A line for each treatment and rate that comes to anything. */
const shareLines = (description: string, taxes: readonly TaxTotal[], sign: 1 | -1): InvoiceLine[] =>
  taxes
    .filter((part) => part.net !== 0 || part.tax !== 0)
    .map(({ treatment, rate, net, tax }) => ({
      description,
      quantity: null,
      unit: '',
      unitPrice: null,
      discount: null,
      taxTreatment: treatment,
      taxRate: rate,
      net: minor(sign * net),
      tax: minor(sign * tax),
      gross: minor(sign * (net + tax)),
    }));

const needsNote = ({ taxTreatment }: InvoiceLine): boolean =>
  taxTreatment === 'EXEMPT' || taxTreatment === 'REVERSE_CHARGE';

/**
 * The invoice of the stage at this position (from 1) of a signed quote, with a line for each tax treatment and rate. Terms of
 * the stage win over those of the quote. A RangeError when there is no such stage.
 */
export function invoiceOfStage(
  from: Readonly<{
    snapshot: QuoteSnapshot;
    agreedTotals: Totals;
    position: number;
    bankDetails: readonly string[];
    bankAccount: BankAccount | null;
    earlier: readonly EarlierInvoice[];
    reductions: readonly StageReduction[];
    terms: AgreedTerms | null;
  }>,
): InvoiceContent {
  const { snapshot, position } = from;
  const stage = snapshot.stages[position - 1];
  const agreed = stageTotals(from.agreedTotals, snapshot.stages)[position - 1];
  if (stage === undefined || agreed === undefined) throw new RangeError(`the quote has no stage ${position}`);
  const { reductions, terms } = from;
  const lines = [
    ...shareLines(descriptionOf(stage, snapshot), agreed.taxes, 1),
    ...reductions.flatMap(({ number, taxes }) =>
      shareLines(changeOrderWords(snapshot.customer.language, number), taxes, -1),
    ),
  ];
  const off = reductions.flatMap(({ taxes }) => taxes);
  const totals = off.length === 0 ? agreed : totalsOf(lessTaxes(agreed.taxes, off));
  return {
    company: snapshot.company,
    customer: snapshot.customer,
    bankDetails: from.bankDetails,
    bankAccount: from.bankAccount,
    subject: snapshot.title,
    stage: { quoteNumber: snapshot.number, label: stage.label, position, count: snapshot.stages.length },
    earlier: position === snapshot.stages.length ? from.earlier : [],
    reductions,
    currency: snapshot.currency,
    pricesIncludeTax: snapshot.pricesIncludeTax,
    lines,
    totals,
    taxNotes: lines.some(needsNote) ? snapshot.taxNotes : [],
    paymentTermsDays: terms?.days ?? stage.paymentTermsDays ?? snapshot.paymentTermsDays,
    termsNote: terms?.note ?? null,
  };
}

/** The last day to pay without being late: with 0 days, the day of issue. */
export const dueDate = (issueDate: LocalDate, days: number): LocalDate => addDays(issueDate, days);

/** What happened to the sum of an invoice so far; every amount in minor units and at least 0. */
export type InvoiceSums = Readonly<{
  gross: MinorUnits;
  /** Confirmed money and credit that went to it, less what was freed again. */
  paid: MinorUnits;
  /** Taken off by credit notes, or all of it when it was voided. */
  credited: MinorUnits;
  /** Given up. */
  writtenOff: MinorUnits;
}>;

/** What is still owed; never less than 0, because money beyond the invoice is not allocated to it. */
export const balance = ({ gross, paid, credited, writtenOff }: InvoiceSums): MinorUnits =>
  minor(Math.max(0, gross - paid - credited - writtenOff));

/** Where an issued invoice stands, by its sums alone; a claim counts for nothing. */
export function statusOf(sums: InvoiceSums): InvoiceStatus {
  if (balance(sums) > 0) return sums.paid > 0 ? 'PARTIALLY_PAID' : 'OPEN';
  if (sums.writtenOff > 0) return 'UNCOLLECTIBLE';
  return sums.gross > 0 && sums.credited >= sums.gross ? 'VOID' : 'PAID';
}

/** Whether something is owed on an invoice of this status. */
export const isOwed = (status: InvoiceStatus): boolean => status === 'OPEN' || status === 'PARTIALLY_PAID';

/** How an issued invoice stands with these sums, as it is stored; `isOpen` is 1 while something is owed. */
export function standingOf(
  sums: InvoiceSums,
): Readonly<{ status: InvoiceStatus; balance: MinorUnits; isOpen: 0 | 1 }> {
  const status = statusOf(sums);
  return { status, balance: balance(sums), isOpen: isOwed(status) ? 1 : 0 };
}

/** Whether it is owed past its due date; on the due date itself it is not overdue. */
export const isOverdue = (
  invoice: Readonly<{ status: InvoiceStatus; dueDate: LocalDate | null }>,
  today: LocalDate,
): boolean => isOwed(invoice.status) && invoice.dueDate !== null && invoice.dueDate < today;
