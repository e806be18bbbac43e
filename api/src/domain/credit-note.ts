/**
 * The correction of an issued invoice. Of an invoice of $1,124.70 a credit note can take off $100.00: then $1,024.70 are
 * enough, and when all of it was paid $100.00 become the customer's credit. The tax in it follows the invoice, rate by rate,
 * and all credit notes of an invoice together take off what it says and never more.
 */
import type { InvoiceContent, InvoiceLine } from './invoice.ts';
import type { LocalDate } from './local-date.ts';
import { type MinorUnits, minor, scale, split, sum } from './money.ts';
import { type Refusal, refuse } from './refusal.ts';
import { isTaxedAlike, lessTaxes, type TaxTotal, type Totals, totalsOf } from './tax.ts';

/** Everything that a credit note says; its amounts are more than 0. */
export type CreditNoteContent = Pick<
  InvoiceContent,
  'company' | 'customer' | 'currency' | 'lines' | 'totals' | 'taxNotes' | 'subject'
> &
  Readonly<{
    invoiceNumber: string;
    invoiceDate: LocalDate;
    /** Why; the customer reads it. */
    reason: string;
    /** What of it had been paid and became the customer's credit. */
    toCredit: MinorUnits;
    /** What was owed on the invoice after it. */
    balanceAfter: MinorUnits;
  }>;

/** How much of one line (from 1) is taken off, with tax. */
export type CreditLine = Readonly<{ line: number; amount: MinorUnits }>;

/** What shall be taken off: an amount of the whole, amounts of lines, or all that is left. */
export type CreditWish = Readonly<{ amount: MinorUnits | null; lines: readonly CreditLine[] | null }>;

const grossOf = ({ net, tax }: TaxTotal): number => net + tax;

/** What is left of an invoice after the credit notes so far, by treatment and rate. */
export const leftOf = (totals: Totals, credited: readonly Totals[]): TaxTotal[] =>
  lessTaxes(
    totals.taxes,
    credited.flatMap(({ taxes }) => taxes),
  );

/**
 * Takes an amount with tax off what is left at one rate. The tax is in proportion to what is left, so neither part ever falls
 * below 0 and all of the amount is all of the tax.
 */
export function takeOff(left: TaxTotal, amount: MinorUnits): TaxTotal {
  const whole = minor(grossOf(left));
  const tax = whole === 0 ? minor(0) : scale(left.tax, amount, whole);
  return { ...left, tax, net: minor(amount - tax) };
}

/** Takes an amount with tax off everything that is left, in proportion. Nobody takes off more than there is. */
export function takeOffAll(left: readonly TaxTotal[], amount: MinorUnits): TaxTotal[] {
  const parts = split(amount, left.map(grossOf));
  return left.map((part, k) => takeOff(part, parts[k] ?? minor(0))).filter((part) => grossOf(part) > 0);
}

const amountInvalid = (message: string, field: string): Refusal => refuse('AMOUNT_INVALID', message, field);

type Invoiced = Pick<InvoiceContent, 'lines' | 'totals'>;

function ofLines(
  invoice: Invoiced,
  left: readonly TaxTotal[],
  lines: readonly CreditLine[],
): TaxTotal[] | Refusal {
  const wanted = new Map<InvoiceLine, number>();
  for (const [k, { line, amount }] of lines.entries()) {
    const found = invoice.lines[line - 1];
    if (found === undefined) return amountInvalid('The invoice has no such line.', `lines.${k}.line`);
    const all = (wanted.get(found) ?? 0) + amount;
    if (!Number.isSafeInteger(amount) || amount <= 0 || all > found.gross)
      return amountInvalid('The amount has to be more than zero and at most the line.', `lines.${k}.amount`);
    wanted.set(found, all);
  }
  const taken = left.map((part) => {
    const ofRate = [...wanted].filter(([line]) =>
      isTaxedAlike({ treatment: line.taxTreatment, rate: line.taxRate }, part),
    );
    return { part, amount: minor(ofRate.reduce((all, [, amount]) => all + amount, 0)) };
  });
  if (taken.some(({ part, amount }) => amount > grossOf(part)))
    return amountInvalid(
      'Together with what was credited before, this is more than the invoice says.',
      'lines',
    );
  return taken.filter(({ amount }) => amount > 0).map(({ part, amount }) => takeOff(part, amount));
}

/**
 * What a credit note takes off, by treatment and rate, or why it cannot be written. `credited` are the credit notes before;
 * `most` is what can be taken off at all, less than the rest of the invoice where a part of it was given up.
 */
export function creditOf(
  invoice: Invoiced,
  credited: readonly Totals[],
  most: number,
  wish: CreditWish,
): Totals | Refusal {
  const left = leftOf(invoice.totals, credited);
  if (wish.lines !== null && wish.amount !== null)
    return amountInvalid('Please give one amount, or amounts of lines.', 'amount');
  if (wish.lines !== null && wish.lines.length === 0)
    return amountInvalid('Please say how much of which line.', 'lines');
  const field = wish.lines === null ? 'amount' : 'lines';
  const amount = wish.amount ?? most;
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > most)
    return amountInvalid(
      'The amount has to be more than zero and at most what is left of the invoice.',
      field,
    );
  const taken = wish.lines === null ? takeOffAll(left, minor(amount)) : ofLines(invoice, left, wish.lines);
  if (!Array.isArray(taken)) return taken as Refusal;
  const totals = totalsOf(taken);
  return totals.gross > most
    ? amountInvalid('The amounts together are more than is left of the invoice.', field)
    : totals;
}

/** The words and figures of the credit note: a line for each treatment and rate. */
export function creditNoteContent(
  from: Readonly<{
    invoice: InvoiceContent;
    invoiceNumber: string;
    invoiceDate: LocalDate;
    totals: Totals;
    reason: string;
    toCredit: MinorUnits;
    balanceAfter: MinorUnits;
  }>,
): CreditNoteContent {
  const { invoice, totals, ...rest } = from;
  const { company, customer, currency, subject, stage } = invoice;
  const lines = totals.taxes.map(({ treatment, rate, net, tax }) => ({
    description: stage === null ? subject : `${stage.label}: ${subject}`,
    quantity: null,
    unit: '',
    unitPrice: null,
    discount: null,
    taxTreatment: treatment,
    taxRate: rate,
    net,
    tax,
    gross: sum([net, tax]),
  }));
  const needsNote = lines.some(({ taxTreatment: how }) => how === 'EXEMPT' || how === 'REVERSE_CHARGE');
  const taxNotes = needsNote ? invoice.taxNotes : [];
  return { company, customer, currency, subject, lines, totals, taxNotes, ...rest };
}

/**
 * How the sums of an invoice move by a credit note of this amount: what it needs no more of paid money is freed. A refund frees
 * all of the amount (`frees`), so that the invoice owes neither more nor less than before.
 */
export function afterCredit(
  sums: Readonly<{ gross: MinorUnits; paid: MinorUnits; credited: MinorUnits; writtenOff: MinorUnits }>,
  amount: MinorUnits,
  frees: 'WHAT_IS_TOO_MUCH' | 'ALL' = 'WHAT_IS_TOO_MUCH',
): Readonly<{ credited: MinorUnits; paid: MinorUnits; freed: MinorUnits }> {
  const credited = minor(sums.credited + amount);
  const tooMuch = Math.max(0, sums.paid - (sums.gross - credited - sums.writtenOff));
  const freed = minor(frees === 'ALL' ? Math.min(amount, sums.paid) : tooMuch);
  return { credited, paid: minor(sums.paid - freed), freed };
}
