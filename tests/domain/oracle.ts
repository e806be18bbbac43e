/**
 * The rules of pricing once more, written apart from the product and in another way: everything in BigInt, one pass per rate
 * instead of a map, rounding by looking at the remainder, largest remainders by taking the best one again and again.
 */
import type { PricedItem } from '../../api/src/domain/pricing.ts';

export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend - quotient * divisor;
  const twice = remainder < 0n ? -2n * remainder : 2n * remainder;
  if (twice < divisor) return quotient;
  return dividend < 0n ? quotient - 1n : quotient + 1n;
}

export type OracleTotals = {
  net: bigint;
  tax: bigint;
  gross: bigint;
  taxes: [rate: number, net: bigint, tax: bigint][];
};

export function oraclePrice(items: readonly PricedItem[], pricesIncludeTax: boolean): OracleTotals {
  const rates = [...new Set(items.map((item) => item.taxRate))].sort((a, b) => a - b);
  const totals: OracleTotals = { net: 0n, tax: 0n, gross: 0n, taxes: [] };
  for (const rate of rates) {
    let stated = 0n;
    for (const item of items) {
      if (item.taxRate !== rate) continue;
      stated += roundedQuotient(BigInt(item.quantity) * BigInt(item.unitPrice), 1000n);
    }
    const percent = BigInt(rate);
    const tax = roundedQuotient(stated * percent, pricesIncludeTax ? 100_000n + percent : 100_000n);
    const net = pricesIncludeTax ? stated - tax : stated;
    totals.taxes.push([rate, net, tax]);
    totals.net += net;
    totals.tax += tax;
    totals.gross += net + tax;
  }
  return totals;
}

/** Largest remainder for a total of 0 or more: hand out one unit at a time to whoever is owed most. */
export function oracleSplit(total: bigint, weights: readonly number[]): bigint[] {
  const whole = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  const parts = weights.map((weight) => (total * BigInt(weight)) / whole);
  const given = (): bigint => parts.reduce((all, part) => all + part, 0n);
  const served = new Set<number>();
  while (given() < total) {
    let best = -1;
    let owed = -1n;
    weights.forEach((weight, k) => {
      const remainder = (total * BigInt(weight)) % whole;
      if (served.has(k) || remainder <= owed) return;
      owed = remainder;
      best = k;
    });
    served.add(best);
    parts[best] = (parts[best] ?? 0n) + 1n;
  }
  return parts;
}
