import { describe, expect, test } from 'vitest';
import { type CostedQuote, grossOf, marginOf, netOf, quoteMargin } from '../../api/src/domain/margin.ts';
import { minor } from '../../api/src/domain/money.ts';

const line = (changes: object = {}): CostedQuote['lines'][number] => ({
  quantity: 1000,
  unitPrice: minor(16_500),
  discount: null,
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'ONCE',
  cost: minor(6_000),
  ...changes,
});
const option = (changes: object = {}): CostedQuote['options'][number] => ({
  id: 'page',
  price: minor(11_000),
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'ONCE',
  cost: minor(4_000),
  ...changes,
});
const quote = (changes: Partial<CostedQuote> = {}): CostedQuote => ({
  pricesIncludeTax: true,
  taxRounding: 'DOCUMENT',
  discount: null,
  lines: [line()],
  options: [option()],
  ...changes,
});

describe('a price with and without tax', () => {
  test.each([
    [16_500, true, 10_000, 15_000, 16_500],
    [15_000, false, 10_000, 15_000, 16_500],
    [5, true, 10_000, 5, 5],
    [999, true, 8_875, 918, 999],
    [999, false, 8_875, 999, 1_088],
    [0, true, 10_000, 0, 0],
    [9_900, true, 0, 9_900, 9_900],
  ])('%d, tax inside: %s, at %d: %d without and %d with', (price, pricesIncludeTax, taxRate, net, gross) => {
    const taxed = { price: minor(price), pricesIncludeTax, taxRate };
    expect([netOf(taxed), grossOf(taxed)]).toEqual([net, gross]);
  });
});

describe('the margin', () => {
  test('is what is left of the net price, as a part of it', () => {
    expect(marginOf(minor(15_000), minor(6_000))).toEqual({ cost: 6_000, profit: 9_000, rate: 60_000 });
  });
  test('is negative for a loss and rounded half away from zero', () => {
    expect(marginOf(minor(300), minor(400))).toEqual({ cost: 400, profit: -100, rate: -33_333 });
    expect(marginOf(minor(300), minor(100))?.rate).toBe(66_667);
  });
  test('is unknown without a cost, and of something that is free', () => {
    expect(marginOf(minor(100), null)).toBeNull();
    expect(marginOf(minor(0), minor(100))).toBeNull();
  });
});

describe('the margin of a quote', () => {
  test('counts the lines and what is chosen, without tax', () => {
    expect(quoteMargin(quote(), [])).toEqual({ cost: 6_000, profit: 9_000, rate: 60_000 });
    expect(quoteMargin(quote(), [{ optionId: 'page', quantity: 3 }])).toEqual({
      cost: 18_000,
      profit: 27_000,
      rate: 60_000,
    });
  });
  test('takes a discount from the profit and not from the cost', () => {
    const given = quote({ discount: { percent: 20_000, amount: null } });
    expect(quoteMargin(given, [])).toEqual({ cost: 6_000, profit: 6_000, rate: 50_000 });
  });
  test('costs thousandths of a piece in proportion', () => {
    const half = quote({ pricesIncludeTax: false, lines: [line({ quantity: 2500 })] });
    expect(quoteMargin(half, [])).toEqual({ cost: 15_000, profit: 26_250, rate: 63_636 });
  });
  test('is unknown while one of its parts has no cost, but not for an option that nobody takes', () => {
    const partly = quote({ options: [option({ cost: null })] });
    expect(quoteMargin(partly, [])?.cost).toBe(6_000);
    expect(quoteMargin(partly, [{ optionId: 'page', quantity: 1 }])).toBeNull();
    expect(quoteMargin(quote({ lines: [line(), line({ cost: null })] }), [])).toBeNull();
  });
  test('keeps what is charged once and what recurs apart', () => {
    const both = quote({ lines: [line(), line({ billing: 'MONTHLY', unitPrice: 11_000, cost: 9_000 })] });
    expect(quoteMargin(both, [])?.rate).toBe(60_000);
    expect(quoteMargin(both, [], 'MONTHLY')).toEqual({ cost: 9_000, profit: 1_000, rate: 10_000 });
    expect(quoteMargin(both, [], 'YEARLY')).toBeNull();
  });
  test('knows no option that is not there', () => {
    expect(quoteMargin(quote(), [{ optionId: 'gone', quantity: 1 }])?.cost).toBe(6_000);
  });
});
