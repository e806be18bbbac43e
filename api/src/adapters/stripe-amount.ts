import { exponentOf, minor } from '../domain/money.ts';
import type { CurrencyCode, MinorUnits } from '../domain/money.ts';
import { GatewayRefused } from '../ports.ts';

/** Stripe counts these in whole units. MGA is among them although ISO 4217 gives it two decimals. */
const wholeUnits = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
/** Stripe counts these in thousandths, and takes only what ends in 0. */
const thousandths = new Set('BHD JOD KWD OMR TND'.split(' '));
/** No decimals in ISO 4217, but Stripe wants hundredths that end in 00. */
const hundredthsOfWhole = new Set(['ISK', 'UGX']);

/** How many decimals Stripe counts in, or null for a currency whose counting we do not know for sure. */
function stripeExponent(currency: CurrencyCode): number | null {
  if (wholeUnits.has(currency)) return 0;
  if (thousandths.has(currency)) return 3;
  // A wrong guess charges a hundred times too much, so an odd currency is refused rather than guessed.
  return exponentOf(currency) === 2 || hundredthsOfWhole.has(currency) ? 2 : null;
}

/** Our minor units (ISO 4217) as Stripe counts them. Throws GatewayRefused where Stripe cannot take the amount. */
export function toStripeAmount(amount: MinorUnits, currency: CurrencyCode): number {
  const exponent = stripeExponent(currency);
  if (exponent === null) throw new GatewayRefused(`${currency} cannot be paid by card`);
  const shift = exponent - exponentOf(currency);
  const converted = shift >= 0 ? amount * 10 ** shift : amount / 10 ** -shift;
  const smallest = exponent === 3 ? 10 : 1;
  if (!Number.isSafeInteger(converted) || converted % smallest !== 0 || converted <= 0) {
    throw new GatewayRefused(`an amount of ${amount} in minor units of ${currency} cannot be paid by card`);
  }
  return converted;
}

/** What Stripe reports, in our minor units; null where it is not an amount that we could have asked for. */
export function fromStripeAmount(amount: unknown, currency: CurrencyCode): MinorUnits | null {
  const exponent = stripeExponent(currency);
  if (exponent === null || typeof amount !== 'number') return null;
  const shift = exponentOf(currency) - exponent;
  const converted = shift >= 0 ? amount * 10 ** shift : amount / 10 ** -shift;
  return Number.isSafeInteger(converted) ? minor(converted) : null;
}
