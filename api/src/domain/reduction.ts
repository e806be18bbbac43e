/**
 * How a signed reduction is borne. $300.00 taken off a contract of $1,000.00 of which $800.00 are invoiced: the stage of
 * $200.00 that is left bears $200.00 and needs no more than nothing, the newest invoice is credited with the other $100.00.
 */
import { takeOff } from './credit-note.ts';
import { minor } from './money.ts';
import { isTaxedAlike, type TaxTotal } from './tax.ts';

/** What can still become smaller, by treatment and rate: a stage without an invoice, or an invoice. */
export type Bearer<Which> = Readonly<{ which: Which; left: readonly TaxTotal[] }>;

/** How much of what is taken off. */
export type Share<Which> = Readonly<{ which: Which; taxes: readonly TaxTotal[] }>;

/**
 * Spreads a reduction over the bearers in their order; null when they cannot bear all of it at its treatment and rate. Each
 * takes as much as it has. What is taken off with tax is exact; the tax in it follows the bearer, so that nothing falls below 0.
 */
export function spreadReduction<Which>(
  taxes: readonly TaxTotal[],
  bearers: readonly Bearer<Which>[],
): Share<Which>[] | null {
  const shares = bearers.map(({ which }) => ({ which, taxes: [] as TaxTotal[] }));
  for (const part of taxes) {
    let rest = part.net + part.tax;
    for (const [k, { left }] of bearers.entries()) {
      const same = left.find((other) => isTaxedAlike(other, part));
      const amount = same === undefined ? 0 : Math.min(rest, same.net + same.tax);
      if (same === undefined || amount <= 0) continue;
      shares[k]?.taxes.push(takeOff(same, minor(amount)));
      rest -= amount;
    }
    if (rest > 0) return null;
  }
  return shares.filter((share) => share.taxes.length > 0);
}
