import { describe, expect, test } from 'vitest';
import { minor } from '../../api/src/domain/money.ts';
import {
  type Discount,
  lineAmount,
  type PricedItem,
  quotePrice,
  type TaxRounding,
} from '../../api/src/domain/pricing.ts';

const item = (unitPrice: number, taxRate: number, quantity = 1000): PricedItem => ({
  quantity,
  unitPrice: minor(unitPrice),
  discount: null,
  taxTreatment: 'STANDARD',
  taxRate,
  billing: 'ONCE',
});

const priceOf = (
  lines: readonly PricedItem[],
  pricesIncludeTax: boolean,
  discount: Discount | null = null,
  taxRounding: TaxRounding = 'DOCUMENT',
) => quotePrice({ pricesIncludeTax, taxRounding, discount, lines, options: [] }, []);

const percent = (rate: number): Discount => ({ percent: rate, amount: null });
const off = (amount: number): Discount => ({ percent: null, amount: minor(amount) });

describe('the discount of a line', () => {
  test('is rounded by itself and taken off what the line is rounded to', () => {
    expect(lineAmount({ ...item(2_950, 0), discount: percent(12_500) })).toBe(2_581); // less 368.75
    expect(lineAmount({ ...item(33, 0, 1500), discount: percent(10_000) })).toBe(45);
    expect(lineAmount({ ...item(3_000, 0), discount: off(1_000) })).toBe(2_000);
    expect(lineAmount({ ...item(10_000, 0), discount: percent(99_000) })).toBe(100); // MX-02
  });

  test('takes no more than there is', () => {
    expect(lineAmount({ ...item(3_000, 0), discount: off(3_001) })).toBe(0);
    expect(lineAmount({ ...item(3_000, 0), discount: percent(100_000) })).toBe(0);
    expect(lineAmount({ ...item(0, 0), discount: off(1) })).toBe(0);
  });
});

describe('the discount of a quote', () => {
  test('is spread over the rates in proportion, and the tax follows', () => {
    const price = priceOf([item(10_000, 0), item(5_000, 10_000)], false, off(1_000));
    expect([price.subtotal, price.discount]).toEqual([15_000, 1_000]);
    expect(price.totals.taxes).toEqual([
      { treatment: 'STANDARD', rate: 0, net: 9_333, tax: 0 },
      { treatment: 'STANDARD', rate: 10_000, net: 4_667, tax: 467 },
    ]);
  });

  test('reduces prices with the tax inside by exactly so much', () => {
    const price = priceOf([item(329_900, 10_000)], true, percent(10_000));
    expect([price.discount, price.totals.gross, price.totals.tax]).toEqual([32_990, 296_910, 26_992]);
  });

  test.each(['DOCUMENT', 'LINE'] as const)('of all of it leaves nothing, rounded per %s', (rounding) => {
    const lines = [item(4, 10_000), item(4, 10_000), item(4, 10_000), item(7, 21_000)];
    for (const inside of [true, false]) {
      expect(priceOf(lines, inside, percent(100_000), rounding).totals).toMatchObject({ net: 0, tax: 0 });
      expect(priceOf(lines, inside, off(1_000_000), rounding)).toMatchObject({
        discount: 19,
        totals: { gross: 0 },
      });
    }
  });

  test('falls alike on lines in whatever order they stand, rounded per LINE', () => {
    // 2 cents off 10 and 30 are half a cent and one and a half: the larger line bears the odd cent.
    const lines = [item(10, 50_000), item(30, 50_000)];
    for (const some of [lines, lines.toReversed()])
      expect(priceOf(some, false, off(2), 'LINE').totals).toMatchObject({ net: 38, tax: 19 });
  });

  test('leaves what recurs alone', () => {
    const monthly = { ...item(4_900, 10_000), billing: 'MONTHLY' as const };
    const price = priceOf([item(10_000, 10_000), monthly], true, percent(50_000));
    expect(price.totals.gross).toBe(5_000);
    expect(price.recurring.map(({ billing, totals }) => [billing, totals.gross])).toEqual([
      ['MONTHLY', 4_900],
    ]);
  });
});
