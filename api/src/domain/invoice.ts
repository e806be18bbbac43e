/**
 * The invoice of one stage, and how it stands. The deposit of 30 % of $3,749.00 is an invoice of $1,124.70; issued on
 * 21 November with 14 days to pay it is due on 5 December, overdue from 6 December, and paid when $1,124.70 are confirmed.
 */
import { addDays, type LocalDate } from './local-date.ts';
import { type CurrencyCode, type MinorUnits, minor } from './money.ts';
import type { Totals, TaxTreatment } from './pricing.ts';
import type { Client, Party, QuoteSnapshot, SnapshotStage } from './quote-snapshot.ts';
import { stageTotals } from './stages.ts';

/** Where an invoice can stand. */
export const invoiceStatuses = ['OPEN', 'PAID'] as const;

/** Where an invoice stands. */
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** What is charged under one tax treatment and at one rate (thousandths of a percent). */
export type InvoiceLine = Readonly<{
  description: string;
  taxTreatment: TaxTreatment;
  taxRate: number;
  net: MinorUnits;
  tax: MinorUnits;
  gross: MinorUnits;
}>;

/**
 * Everything that the document says. It is written once and never changes. `stagePosition` counts from 1; `taxNotes` are the
 * sentences that the law asks for where something is exempt or under reverse charge, and none elsewhere.
 */
export type InvoiceContent = Readonly<{
  company: Party;
  customer: Client;
  bankDetails: readonly string[];
  quoteNumber: string;
  quoteTitle: string;
  stageLabel: string;
  stagePosition: number;
  stageCount: number;
  currency: CurrencyCode;
  lines: readonly InvoiceLine[];
  totals: Totals;
  taxNotes: readonly string[];
  paymentTermsDays: number;
}>;

/** A rate as it is printed: 30000 is `30%`, 8875 is `8.875%`. */
const percent = (rate: number): string => {
  const decimals = String(rate % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(rate / 1000)}${decimals === '' ? '' : `.${decimals}`}%`;
};

/** What the line of a stage says: `Deposit: 30% of Website migration (QT-SILVADENTAL-0001-1)`, or without a share. */
const descriptionOf = ({ label, percent: share }: SnapshotStage, { title, number }: QuoteSnapshot): string =>
  `${label}: ${share === null ? '' : `${percent(share)} of `}${title} (${number})`;

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
  }>,
): InvoiceContent {
  const { snapshot, position } = from;
  const stage = snapshot.stages[position - 1];
  const totals = stageTotals(from.agreedTotals, snapshot.stages)[position - 1];
  if (stage === undefined || totals === undefined) throw new RangeError(`the quote has no stage ${position}`);
  const lines = totals.taxes
    .filter((part) => part.net !== 0 || part.tax !== 0)
    .map(({ treatment, rate, net, tax }): InvoiceLine => {
      const description = descriptionOf(stage, snapshot);
      return { description, taxTreatment: treatment, taxRate: rate, net, tax, gross: minor(net + tax) };
    });
  return {
    company: snapshot.company,
    customer: snapshot.customer,
    bankDetails: from.bankDetails,
    quoteNumber: snapshot.number,
    quoteTitle: snapshot.title,
    stageLabel: stage.label,
    stagePosition: position,
    stageCount: snapshot.stages.length,
    currency: snapshot.currency,
    lines,
    totals,
    taxNotes: lines.some(needsNote) ? snapshot.taxNotes : [],
    paymentTermsDays: stage.paymentTermsDays ?? snapshot.paymentTermsDays,
  };
}

/** The last day to pay without being late: with 0 days, the day of issue. */
export const dueDate = (issueDate: LocalDate, days: number): LocalDate => addDays(issueDate, days);

/** Whether it is open past its due date; on the due date itself it is not. */
export const isOverdue = (
  invoice: Readonly<{ status: InvoiceStatus; dueDate: LocalDate }>,
  today: LocalDate,
): boolean => invoice.status === 'OPEN' && invoice.dueDate < today;

/** Paid when nothing is left open, by what is confirmed; a claim counts for nothing. */
export const statusAfter = (gross: MinorUnits, paid: MinorUnits): InvoiceStatus =>
  paid >= gross ? 'PAID' : 'OPEN';

/** What is still open; never less than 0, because money beyond the invoice is not allocated to it. */
export const balance = (gross: MinorUnits, paid: MinorUnits): MinorUnits => minor(Math.max(0, gross - paid));
