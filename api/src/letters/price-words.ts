import type { Billing, QuotePrice, TaxTotal, TaxTreatment, Totals } from '../domain/pricing.ts';
import type { Wording } from './wording.ts';

const rhythms = {
  ONCE: '',
  DAILY: 'per day',
  WEEKLY: 'per week',
  MONTHLY: 'per month',
  QUARTERLY: 'per quarter',
  YEARLY: 'per year',
} as const satisfies Record<Billing, string>;

/** `per month`; nothing for what is charged once. */
export const rhythm = (billing: Billing): string => rhythms[billing];

/** What the tax is called on paper. */
export function taxName(taxLabel: string): string {
  return taxLabel.trim() === '' ? 'Tax' : taxLabel.trim();
}

/** Whether there is anything to say about tax; a company that charges none should not speak of it. */
export function isTaxed(totals: Pick<Totals, 'taxes'>): boolean {
  return totals.taxes.some((tax) => tax.rate > 0 || tax.treatment !== 'STANDARD');
}

/** How a line is taxed, in the width of a column. */
export function taxWords(treatment: TaxTreatment, rate: number, words: Wording): string {
  if (treatment === 'EXEMPT') return 'Exempt';
  return treatment === 'REVERSE_CHARGE' ? 'Reverse charge' : words.rate(rate);
}

/** `GST 10%`, and with several of them what each one is taken on. */
export function taxTotalWords(of: TaxTotal, tax: string, isOneOfMany: boolean, words: Wording): string {
  const on = isOneOfMany ? ` on ${words.amount(of.net)}` : '';
  if (of.treatment === 'EXEMPT') return `Exempt from ${tax}${on}`;
  if (of.treatment === 'REVERSE_CHARGE') return `${tax}, reverse charge${on}`;
  return `${tax} ${words.rate(of.rate)}${on}`;
}

/** `$1,124.70 including GST`. */
export function grossWords(totals: Totals, taxLabel: string, words: Wording): string {
  const amount = words.amount(totals.gross);
  return totals.tax > 0 ? `${amount} including ${taxName(taxLabel)}` : amount;
}

/** `$3,299.00 including GST, then $49.00 per month including GST`: everything that the price is, in one line. */
export function priceWords(price: QuotePrice, taxLabel: string, words: Wording): string {
  const again = price.recurring.map(
    ({ billing, totals }) => `${grossWords(totals, taxLabel, words)} ${rhythm(billing)}`,
  );
  if (price.totals.taxes.length === 0 && again.length > 0) return again.join(', ');
  return [grossWords(price.totals, taxLabel, words), ...again.map((part) => `plus ${part}`)].join(', ');
}
