import type { Billing, QuotePrice, TaxTotal, TaxTreatment, Totals } from '../domain/pricing.ts';
import type { Wording } from './wording.ts';
import { taxNameIn } from './words/words.ts';

/** `per month`; nothing for what is charged once. */
export const rhythm = (billing: Billing, { say }: Wording): string => say.price.rhythms[billing];

/** What the tax is called on paper. */
export const taxName = (taxLabel: string, { say }: Wording): string => taxNameIn(say, taxLabel);

/** Whether there is anything to say about tax; a company that charges none should not speak of it. */
export function isTaxed(totals: Pick<Totals, 'taxes'>): boolean {
  return totals.taxes.some((tax) => tax.rate > 0 || tax.treatment !== 'STANDARD');
}

/** How a line is taxed, in the width of a column. */
export function taxWords(treatment: TaxTreatment, rate: number, words: Wording): string {
  if (treatment === 'EXEMPT') return words.say.tax.exempt;
  return treatment === 'REVERSE_CHARGE' ? words.say.tax.reverseCharge : words.rate(rate);
}

/** `GST 10%`, and with several of them what each one is taken on. */
export function taxTotalWords(of: TaxTotal, tax: string, isOneOfMany: boolean, words: Wording): string {
  const part = taxPart(of, tax, words);
  return isOneOfMany ? words.say.tax.on(part, words.amount(of.net)) : part;
}

function taxPart({ treatment, rate }: TaxTotal, tax: string, words: Wording): string {
  if (treatment === 'EXEMPT') return words.say.tax.exemptFrom(tax);
  return treatment === 'REVERSE_CHARGE' ? words.say.tax.reverseChargeOf(tax) : `${tax} ${words.rate(rate)}`;
}

/** `including GST`. */
export const includingTax = (taxLabel: string, words: Wording): string =>
  words.say.tax.including(taxName(taxLabel, words));

/** `$1,124.70 including GST`. */
export function grossWords(totals: Totals, taxLabel: string, words: Wording): string {
  const amount = words.amount(totals.gross);
  return totals.tax > 0 ? `${amount} ${includingTax(taxLabel, words)}` : amount;
}

/** `$3,299.00 including GST, then $49.00 per month including GST`: everything that the price is, in one line. */
export function priceWords(price: QuotePrice, taxLabel: string, words: Wording): string {
  const again = price.recurring.map(
    ({ billing, totals }) => `${grossWords(totals, taxLabel, words)} ${rhythm(billing, words)}`,
  );
  if (price.totals.taxes.length === 0 && again.length > 0) return again.join(', ');
  return [grossWords(price.totals, taxLabel, words), ...again.map((part) => words.say.price.plus(part))].join(
    ', ',
  );
}
