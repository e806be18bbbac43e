import { exponentOf, type MinorUnits, parseAmount } from '@countersign/api/domain/money';

/** Text of a whole number with the last `places` digits after the point; trailing zeros beyond `least` fall away. */
function pointed(value: number, places: number, least: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  let rest = digits.slice(digits.length - places);
  while (rest.length > least && rest.endsWith('0')) rest = rest.slice(0, -1);
  return `${value < 0 ? '-' : ''}${whole}${rest ? `.${rest}` : ''}`;
}

/** An amount as one types it: `3299.00`. */
export const amountText = (amount: MinorUnits, currency: string): string =>
  pointed(amount, exponentOf(currency), exponentOf(currency));

/** Thousandths as one types them: 1500 is `1.5`, 10000 is `10`. */
export const thousandthsText = (value: number): string => pointed(value, 3, 0);

/** `1.5`, `1,5` or `12` in thousandths; null for anything else, more than three decimals included. */
export function parseThousandths(text: string): number | null {
  const found = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!found) return null;
  return Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'));
}

/** What a person typed as an amount, with or without the currency's sign or code around it; null when it is none. */
export const amountOf = (text: string, currency: string): MinorUnits | null =>
  parseAmount(text.replace(/^[\s\p{Sc}\p{L}]+|[\s\p{Sc}\p{L}]+$/gu, ''), currency);
