/**
 * A reduction of a price: a part of it or an amount, never both. 12.5 % off $30.00 is $3.75; $50.00 off $30.00 takes
 * $30.00 and no more, because nothing is ever sold for less than nothing.
 */
import { type MinorUnits, minor, scale } from './money.ts';

/** Exactly one is set: thousandths of a percent (12.5 % is 12500), or an amount. */
export type Discount = Readonly<{ percent: number | null; amount: MinorUnits | null }>;

/** 100 % as a rate. */
export const hundredPercent = 100_000;

/** What the discount takes off the amount, at least nothing and at most all of it. */
export function discountOf(amount: MinorUnits, discount: Discount | null): MinorUnits {
  if (discount === null || amount <= 0) return minor(0);
  const wanted =
    discount.percent === null ? minor(discount.amount ?? 0) : scale(amount, discount.percent, hundredPercent);
  return minor(Math.min(amount, Math.max(0, wanted)));
}
