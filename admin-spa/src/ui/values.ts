import { type MinorUnits, minor, parseAmount } from '@countersign/api/domain/money';
import { type Discount, type TaxTreatment, taxTreatments } from '@countersign/api/domain/pricing';
import { amountOf, amountText, parseThousandths, thousandthsText } from './entry.ts';

/**
 * A number of up to three decimals, in thousandths: `1.5`, `1,5`, `1 250`. The dinar has three decimals too, so amounts of it
 * are read by the same rules, and `1,250` is left to the person who typed it: one and a quarter, or a thousand and more?
 */
export const readQuantity = (text: string): number | null => parseAmount(text, 'KWD');

/** `10%`, `10 %` or `50`; null for none, undefined for what is neither. */
export function readDiscount(text: string, currency: string): Discount | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (typed.endsWith('%')) {
    const percent = parseThousandths(typed.slice(0, -1));
    if (percent === null || percent > 100_000) return undefined;
    return percent === 0 ? null : { percent, amount: null };
  }
  const amount = amountOf(typed, currency);
  if (amount === null || amount < 0) return undefined;
  return amount === 0 ? null : { percent: null, amount };
}

type Saved = Readonly<{ percent?: number | null; amount?: Readonly<{ amount: MinorUnits }> | null }> | null;

export function discountText(discount: Saved | undefined, currency: string): string {
  if (discount?.percent != null) return `${thousandthsText(discount.percent)} %`;
  return discount?.amount ? amountText(discount.amount.amount, currency) : '';
}

/** As it is written once the field is left. */
export function tidyDiscount(text: string, currency: string): string | null {
  const read = readDiscount(text, currency);
  if (read === undefined) return null;
  return discountText(
    read && { percent: read.percent, amount: read.amount && { amount: read.amount } },
    currency,
  );
}

export const taxOf = (treatment: TaxTreatment, rate: number): string => `${treatment}:${rate}`;

const isTreatment = (text: string): text is TaxTreatment => taxTreatments.some((one) => one === text);

export function readTax(tax: string): { taxTreatment: TaxTreatment; taxRate: number } {
  const [treatment = '', rate = ''] = tax.split(':');
  const taxTreatment = isTreatment(treatment) ? treatment : 'STANDARD';
  return { taxTreatment, taxRate: taxTreatment === 'STANDARD' ? Number(rate) || 0 : 0 };
}

const nothing = minor(0);

/** A price that cannot be read yet counts as nothing, and the field says so. Never less than nothing. */
export function readPrice(text: string, currency: string): MinorUnits {
  const read = amountOf(text, currency);
  return read !== null && read > 0 ? read : nothing;
}

/** What one costs; null when nobody said. */
export const readCost = (text: string, currency: string): MinorUnits | null =>
  text.trim() === '' ? null : readPrice(text, currency);

/** Whole pieces, days and the like; null for anything else. */
export const readWhole = (text: string): number | null =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;
