/**
 * Amounts of money, as whole numbers of the smallest coin, so that nothing is ever lost to decimals. $3,749.00 is 374900;
 * a yen has no smaller coin, so 374900 is ¥374,900; a Kuwaiti dinar has 1000 fils, so it is 374.900 dinars. There is one
 * rounding, `scale`: 10 % of 5 cents is half a cent, which becomes 1 cent (half goes away from zero, as people round on
 * paper). There is one way to divide, `split`: $100.00 in three equal parts is 33.34, 33.33 and 33.33, so that the parts
 * always add up to what was divided.
 */

/** A whole number of the currency's smallest coin, between -(2^53 - 1) and 2^53 - 1. */
export type MinorUnits = number & { readonly __unit: 'minor' };

/** An ISO 4217 code in capitals, such as `AUD`. */
export type CurrencyCode = string;

/** An amount in one currency. */
export type Money = Readonly<{ amount: MinorUnits; currency: CurrencyCode }>;

/** Money of ISO 4217 that people pay with, by number of decimals; funds, metals and test codes are left out. */
const currenciesByExponent: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP ' +
    'CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES ' +
    'KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK ' +
    'NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB ' +
    'TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponents: ReadonlyMap<CurrencyCode, number> = new Map(
  Object.entries(currenciesByExponent).flatMap(([exponent, codes]) =>
    codes.split(' ').map((code): [CurrencyCode, number] => [code, Number(exponent)]),
  ),
);

/** Whether it is a currency of ISO 4217, in capitals. */
export const isCurrency = (code: string): boolean => exponents.has(code);

/** Decimals of the currency by ISO 4217: 0, 2, 3 or 4. A RangeError for anything else than a currency. */
export function exponentOf(currency: CurrencyCode): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new RangeError(`not a currency of ISO 4217: ${currency}`);
  return exponent;
}

/** Whether the number is a whole amount that is exact. */
export const isMinor = (n: number): n is MinorUnits => Number.isSafeInteger(n);

/** The number as an amount. A RangeError unless it is whole and small enough to be exact (beyond 2^53 - 1 it is not). */
export function minor(n: number): MinorUnits {
  if (!isMinor(n)) throw new RangeError(`not an exact amount in minor units: ${n}`);
  // The literal takes the place of -0, which would be printed with a minus.
  return n === 0 ? (0 as MinorUnits) : n;
}

/** All of them together, exactly; a RangeError when the result is too large. None at all is 0. */
export function sum(amounts: readonly MinorUnits[]): MinorUnits {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
    // Past the exact numbers it is counted again in whole numbers of any size: the end may be small once more.
    if (!Number.isSafeInteger(total))
      return minor(Number(amounts.reduce((all, one) => all + BigInt(one), 0n)));
  }
  return minor(total);
}

/**
 * amount × numerator / denominator, rounded half away from zero. The only place where money is rounded. While the product
 * is an exact number, numbers do; beyond that it takes whole numbers of any size, which are exact too but many times slower.
 */
export function scale(amount: MinorUnits, numerator: number, denominator: number): MinorUnits {
  const size = Math.abs(amount * numerator);
  if (size <= Number.MAX_SAFE_INTEGER && areWhole(amount, numerator, denominator)) {
    const remainder = size % denominator;
    const rounded = (size - remainder) / denominator + (remainder >= denominator - remainder ? 1 : 0);
    return minor(amount < 0 !== numerator < 0 ? -rounded : rounded);
  }
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  if (divisor <= 0n) throw new RangeError(`not a denominator: ${denominator}`);
  const half = (product < 0n ? -product : product) * 2n + divisor;
  const rounded = half / (divisor * 2n);
  return minor(Number(product < 0n ? -rounded : rounded));
}

const areWhole = (amount: number, numerator: number, denominator: number): boolean =>
  Number.isInteger(amount) &&
  Number.isInteger(numerator) &&
  Number.isSafeInteger(denominator) &&
  denominator > 0;

/**
 * Parts in proportion to the weights that add up to the total to the unit. Each part is its exact share rounded down; the
 * units that are left go to the largest remainders, the earliest first when they are equal. A negative total is divided
 * like the positive one. Weights are whole numbers from 0; all zero is a RangeError unless there is nothing to divide.
 */
export function split(total: MinorUnits, weights: readonly number[]): MinorUnits[] {
  if (weights.some((weight) => weight < 0)) throw new RangeError('a weight is negative');
  const whole = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (whole === 0n) {
    if (total !== 0) throw new RangeError('nothing to divide by');
    return weights.map(() => minor(0));
  }
  const size = Math.abs(total);
  const parts = weights.map((weight, position) => ({ position, ...exactShare(size, weight, whole) }));
  let left = size;
  for (const part of parts) left -= part.units;
  const byRemainder = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder.slice(0, left)) part.units += 1;
  return parts.map((part) => minor(total < 0 ? -part.units : part.units));
}

/** size × weight / whole as whole units and what is left over; in numbers while they are exact. */
function exactShare(
  size: number,
  weight: number,
  whole: bigint,
): { units: number; remainder: number | bigint } {
  const product = size * weight;
  if (product <= Number.MAX_SAFE_INTEGER && whole <= BigInt(Number.MAX_SAFE_INTEGER)) {
    const remainder = product % Number(whole);
    return { units: (product - remainder) / Number(whole), remainder };
  }
  const exact = BigInt(size) * BigInt(weight);
  return { units: Number(exact / whole), remainder: exact % whole };
}

/** Groups of three digits, or digits without any grouping; a grouped number does not begin with 0. */
const isWhole = (text: string, separator: string): boolean => {
  const groups = text.split(separator);
  if (groups.length === 1) return /^\d+$/.test(text);
  return /^[1-9]\d{0,2}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => /^\d{3}$/.test(group));
};

/** Which of the separators in the text is the decimal one: '' for none, null when that cannot be told. */
function decimalSign(text: string, exponent: number): '.' | ',' | '' | null {
  const dot = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (dot < 0 && comma < 0) return '';
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const sign = dot >= 0 ? '.' : ',';
  if (text.indexOf(sign) !== text.lastIndexOf(sign)) return '';
  if (!/^[1-9]\d{0,2}.\d{3}$/.test(text)) return sign;
  // "1,234" or "1.234": thousands or three decimals? What is printed on bills decides, anything else is not guessed.
  if (sign === '.') return exponent >= 3 ? '.' : null;
  return exponent >= 3 ? null : '';
}

/**
 * What a person typed, in minor units; null when it is no amount or can be read in two ways. Understands `3,299`,
 * `3299.00`, `3 299,00`, `1.234,56` and `1'234.50`; refuses `1.234` (one thousand, or one and a bit?), more decimals than
 * the currency has, exponents and digits of other scripts.
 */
export function parseAmount(text: string, currency: CurrencyCode): MinorUnits | null {
  if (text.length > 40) return null;
  const exponent = exponentOf(currency);
  const typed = text.trim();
  const negative = /^[-\u2212]/.test(typed);
  const unsigned = (negative ? typed.slice(1) : typed)
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/\u2019/g, "'");
  const sign = decimalSign(unsigned, exponent);
  if (sign === null) return null;
  const at = sign === '' ? unsigned.length : unsigned.lastIndexOf(sign);
  const whole = unsigned.slice(0, at);
  const decimals = unsigned.slice(at + 1);
  if (sign !== '' && !/^\d+$/.test(decimals)) return null;
  if (decimals.length > exponent || whole === '') return null;
  const grouping = [' ', "'", ',', '.'].filter(
    (separator) => separator !== sign && whole.includes(separator),
  );
  if (grouping.length > 1 || !isWhole(whole, grouping[0] ?? ' ')) return null;
  const units = Number(whole.replace(/\D/g, '') + decimals.padEnd(exponent, '0'));
  return isMinor(units) ? minor(negative ? -units : units) : null;
}

/** The amount as a plain decimal number, digit by digit: 5 cents are `0.05`. */
export function decimalText({ amount, currency }: Money): `${number}` {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const at = digits.length - exponent;
  const text = exponent === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return `${amount < 0 ? '-' : ''}${text}` as `${number}`;
}

/** Making a formatter takes a hundred times longer than using it, and a list shows the same currency in every row. */
const formats = new Map<string, Intl.NumberFormat>();

/** The amount with its currency as the locale writes it, with all its decimals and exact for every amount: `$3,749.00`. */
export function formatAmount(money: Money, locale: string): string {
  const key = `${locale} ${money.currency}`;
  const known = formats.get(key);
  if (known !== undefined) return known.format(decimalText(money));
  const decimals = exponentOf(money.currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, format);
  return format.format(decimalText(money));
}
