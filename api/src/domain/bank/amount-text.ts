/**
 * Amounts as banks write them, read digit by digit so that nothing is lost: `1.234,56`, `1,234.56`, `1'234.50`, `-12,00`,
 * `12,00-`, `(12.00)`, `12.00 DR` and `EUR 12,00`. Which sign is the decimal one is known from the whole column, so `1.234` is
 * never guessed.
 */
import { type CurrencyCode, exponentOf, isMinor, type MinorUnits, minor } from '../money.ts';

/** What stands before the cents. */
export const decimalSigns = ['POINT', 'COMMA'] as const;

/** One of the two. */
export type DecimalSign = (typeof decimalSigns)[number];

const signs: Readonly<Record<DecimalSign, { decimal: string; grouping: string }>> = {
  POINT: { decimal: '.', grouping: "[,' ]" },
  COMMA: { decimal: ',', grouping: "[.' ]" },
};

/** Which letters and signs may stand around a number; they say the currency, which is known from elsewhere. */
const around = /^(?:[A-Z]{3}|[A-Z]{0,2}[$€£¥₹₩₪₫₱฿]|Fr\.|kr\.?)\s*|\s*(?:[A-Z]{3}|[$€£¥₹₩₪₫₱฿]|kr\.?)$/giu;

/** The amount in minor units; null when it is none, or when the currency has no coins that small. */
export function readAmount(text: string, currency: CurrencyCode, sign: DecimalSign): MinorUnits | null {
  if (text.length > 60) return null;
  const { negative, digits } = withoutSign(
    text
      .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
      .replace(/[\u2019`´]/g, "'")
      .replace(/[\u2212\u2013]/g, '-')
      .trim(),
  );
  const { decimal, grouping } = signs[sign];
  const at = digits.lastIndexOf(decimal);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const decimals = at < 0 ? '' : digits.slice(at + 1);
  // Groups of three; in India groups of two before the last three.
  const isWhole = new RegExp(`^(\\d*|\\d{1,3}(${grouping})\\d{2,3}(?:\\2\\d{2,3})*\\2\\d{3})$`);
  if (!/^\d*$/.test(decimals) || !(isWhole.test(whole) || oneGroup(whole, grouping))) return null;
  if (whole === '' && decimals === '') return null;
  return units(negative, whole.replace(/\D/g, ''), decimals, exponentOf(currency));
}

const oneGroup = (whole: string, grouping: string): boolean =>
  new RegExp(`^\\d{1,3}${grouping}\\d{3}$`).test(whole);

function units(negative: boolean, whole: string, decimals: string, exponent: number): MinorUnits | null {
  // `12.5000` is 12.50; a half cent is refused and not rounded.
  if (/[1-9]/.test(decimals.slice(exponent))) return null;
  const value = Number(`${whole}${decimals.slice(0, exponent).padEnd(exponent, '0')}`);
  return isMinor(value) ? minor(negative ? -value : value) : null;
}

/** Takes the ways apart in which banks say "went out". */
function withoutSign(text: string): { negative: boolean; digits: string } {
  const bare = text.replace(around, '').trim();
  const inBrackets = /^\((.*)\)$/.exec(bare);
  const marked = /^(.*?)\s*(CR|DR|C|D|H|S)$/i.exec(bare);
  const inner = (inBrackets?.[1] ?? marked?.[1] ?? bare).trim();
  const signed = /^([-+]?)\s*(.*?)\s*([-+]?)$/.exec(inner);
  const sign = `${signed?.[1] ?? ''}${signed?.[3] ?? ''}`;
  const went = inBrackets !== null || /^(DR|D|S)$/i.test(marked?.[2] ?? '');
  // Two signs at once are no amount.
  if (sign.length > 1 || (went && sign !== '')) return { negative: false, digits: 'x' };
  return { negative: went || sign === '-', digits: (signed?.[2] ?? inner).replace(around, '').trim() };
}

/** The sign that makes sense of every amount; POINT when both do. */
export function guessDecimal(samples: readonly string[]): DecimalSign {
  const seen = samples.map((text) => text.replace(/[^\d.,]/g, '')).filter((text) => text !== '');
  const votes = { POINT: 0, COMMA: 0 };
  for (const text of seen) {
    const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    if (last < 0) continue;
    const both = text.includes('.') && text.includes(',');
    const repeated = text.indexOf(text[last] ?? '') !== last;
    const isDecimal = both ? !repeated : !repeated && text.length - last - 1 !== 3;
    if (isDecimal) votes[text[last] === '.' ? 'POINT' : 'COMMA'] += 1;
    else if (repeated) votes[text[last] === '.' ? 'COMMA' : 'POINT'] += 1;
  }
  return votes.COMMA > votes.POINT ? 'COMMA' : 'POINT';
}
