import fc from 'fast-check';
import { minor } from '../../api/src/domain/money.ts';
import type { PricedItem, PricedQuote } from '../../api/src/domain/pricing.ts';

/** How many random cases a property tries: `CASES=1000000` for the long run. */
export const cases = (byDefault = 20_000): { numRuns: number } => ({
  numRuns: process.env['CASES'] === undefined ? byDefault : Number(process.env['CASES']),
});

/** Milliseconds for a property: enough for a million cases on a slow machine. */
export const patience = 900_000;

const taxRate = fc.oneof(
  fc.constantFrom(0, 5_500, 7_000, 8_875, 10_000, 19_000, 21_000, 100_000),
  fc.integer({ min: 0, max: 100_000 }),
);

/** From nothing to a million dollars, with the small amounts where rounding shows. */
const price = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 100_000_000 })).map(minor);

const quantity = fc.oneof(fc.constantFrom(1, 333, 500, 1000, 1500), fc.integer({ min: 1, max: 1_000_000 }));

export const pricedItem: fc.Arbitrary<PricedItem> = fc.record({ quantity, unitPrice: price, taxRate });

/** A quote of up to 8 lines and 6 options, with the ids of some of its options. */
export const quoteWithChoice: fc.Arbitrary<{ quote: PricedQuote; chosen: string[] }> = fc
  .record({
    pricesIncludeTax: fc.boolean(),
    lines: fc.array(pricedItem, { minLength: 1, maxLength: 8 }),
    options: fc.array(fc.record({ price, taxRate, picked: fc.boolean() }), { maxLength: 6 }),
  })
  .map(({ options, ...quote }) => ({
    quote: { ...quote, options: options.map((option, k) => ({ id: `option-${k}`, ...option })) },
    chosen: options.flatMap((option, k) => (option.picked ? [`option-${k}`] : [])),
  }));

/** One to twelve shares that make 100 %. */
export const shares: fc.Arbitrary<{ share: number }[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: 11 })
  .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 100_000])
  .map((marks) => marks.slice(1).map((mark, k) => ({ share: mark - (marks[k] ?? 0) })));
