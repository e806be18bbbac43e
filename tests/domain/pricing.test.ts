import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '../../api/src/domain/money.ts';
import {
  type Discount,
  isPriceable,
  lineAmount,
  optionAmount,
  type PricedItem,
  quotePrice,
  type TaxRounding,
} from '../../api/src/domain/pricing.ts';
import { aLine, anOption, aSnapshot } from '../support/builders.ts';
import { cases, patience, quoteWithChoice } from './arbitraries.ts';
import { type OraclePrice, oraclePrice, type OracleTotals } from './oracle.ts';

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

const one = (optionId: string) => ({ optionId, quantity: 1 });

describe('a price', () => {
  test('with the tax inside keeps its total', () => {
    expect(quotePrice(aSnapshot(), [one('option-1')])).toEqual({
      totals: {
        net: 340_818,
        tax: 34_082,
        gross: 374_900,
        taxes: [{ treatment: 'STANDARD', rate: 10_000, net: 340_818, tax: 34_082 }],
      },
      subtotal: 374_900,
      discount: 0,
      recurring: [],
    });
  });

  test('without the tax inside gets it on top', () => {
    expect(priceOf([item(100_000, 10_000)], false).totals).toEqual({
      net: 100_000,
      tax: 10_000,
      gross: 110_000,
      taxes: [{ treatment: 'STANDARD', rate: 10_000, net: 100_000, tax: 10_000 }],
    });
  });

  test('rounds each line before it adds them up: MX-04', () => {
    expect(lineAmount(item(33, 0, 1500))).toBe(50);
    expect(priceOf([item(33, 0, 1500), item(33, 0, 1500)], false).totals.gross).toBe(100);
    const halves = Array.from({ length: 10_000 }, () => item(1, 0, 500));
    expect(priceOf(halves, false).totals.gross).toBe(10_000);
  });

  test('computes the tax once on the sum of a rate, or line by line where the company rounds there', () => {
    const lines = [item(4, 10_000), item(4, 10_000), item(4, 10_000)];
    expect(priceOf(lines, false).totals.tax).toBe(1);
    expect(priceOf(lines, false, null, 'LINE').totals.tax).toBe(0);
    const other = [item(5, 10_000), item(5, 10_000), item(5, 10_000)];
    expect(priceOf(other, false).totals.tax).toBe(2);
    expect(priceOf(other, false, null, 'LINE').totals.tax).toBe(3);
    expect(priceOf(other, true, null, 'LINE').totals.gross).toBe(15);
  });

  test('lists treatments in their order and rates from lowest to highest', () => {
    const lines = [
      item(10_000, 21_000),
      { ...item(10_000, 0), taxTreatment: 'REVERSE_CHARGE' as const },
      item(10_000, 0),
      { ...item(10_000, 0), taxTreatment: 'ZERO_RATED' as const },
      item(10_000, 5_500),
      { ...item(10_000, 0), taxTreatment: 'EXEMPT' as const },
    ];
    const { taxes, gross } = priceOf(lines, false).totals;
    expect(taxes.map(({ treatment, rate, tax }) => [treatment, rate, tax])).toEqual([
      ['STANDARD', 0, 0],
      ['STANDARD', 5_500, 550],
      ['STANDARD', 21_000, 2_100],
      ['ZERO_RATED', 0, 0],
      ['EXEMPT', 0, 0],
      ['REVERSE_CHARGE', 0, 0],
    ]);
    expect(gross).toBe(62_650);
  });

  test('of nothing is nothing', () => {
    const nothing = { net: 0, tax: 0, gross: 0, taxes: [] };
    expect(priceOf([], true)).toEqual({ totals: nothing, subtotal: 0, discount: 0, recurring: [] });
  });

  test('that is too large to be exact is refused, never rounded: MX-02', () => {
    const dear = aLine({ quantity: 1_000_000_000, unitPrice: minor(1_000_000_000_000) });
    expect(() => priceOf([dear], false)).toThrow(RangeError);
    expect(isPriceable(aSnapshot({ lines: [dear] }))).toBe(false);
    const most = anOption({ price: minor(Number.MAX_SAFE_INTEGER) });
    expect(isPriceable(aSnapshot({ options: [most] }))).toBe(false);
    expect(isPriceable(aSnapshot({ options: [anOption({ price: minor(1e12), maxQuantity: 10_000 })] }))).toBe(
      false,
    );
    // A discount does not make a price exact: somebody may take it off again.
    const taxed = aLine({ unitPrice: minor(6e15), taxRate: 100_000 });
    const off = { pricesIncludeTax: false, lines: [taxed], discount: { percent: 100_000, amount: null } };
    expect(isPriceable(aSnapshot(off))).toBe(false);
    expect(isPriceable(aSnapshot())).toBe(true);
  });

  test.each([
    [2 ** 31 - 1, 1000],
    [2 ** 31, 1000],
    [99_999_999, 1000],
    [1e15, 1000],
    [2 ** 53 - 1, 1000],
    [1e15, 1],
    [7, 1],
    [499, 1],
    [500, 1],
  ])('of %d for %d thousandths is exact: MX-02', (unitPrice, quantity) => {
    const exact = Number((BigInt(unitPrice) * BigInt(quantity) + 500n) / 1000n);
    expect(priceOf([item(unitPrice, 0, quantity)], false).totals.gross).toBe(exact);
  });

  test.each([0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY])('of %d is none: MX-02', (unitPrice) => {
    expect(() => priceOf([{ ...item(1, 0), unitPrice: unitPrice as never }], false)).toThrow(RangeError);
  });

  test.each([0.5, 1000.1, Number.NaN, Number.POSITIVE_INFINITY])(
    'for %d pieces is none: MX-02',
    (quantity) => {
      expect(() => priceOf([item(1, 0, quantity)], false)).toThrow(RangeError);
    },
  );

  test('in yen, euros and dinars is a whole number of their smallest coin: MX-01', () => {
    // 1.5 of 333 yen are 499.5, of 3.33 euros 4.995, of 3.333 dinars 4.9995.
    for (const [unitPrice, amount] of [
      [333, 500],
      [3_333, 5_000],
    ] as const)
      expect(priceOf([item(unitPrice, 10_000, 1500)], false).totals).toMatchObject({
        net: amount,
        tax: amount / 10,
      });
  });
});

describe('what recurs', () => {
  test('has totals of its own for each rhythm that occurs, in the order of the rhythms', () => {
    const lines = [
      aLine({ unitPrice: minor(12_000), billing: 'YEARLY' }),
      aLine({ unitPrice: minor(4_900), billing: 'MONTHLY' }),
      aLine({ unitPrice: minor(5_100), taxRate: 0, billing: 'MONTHLY' }),
    ];
    const options = [
      anOption({ billing: 'WEEKLY', price: minor(700) }),
      anOption({ id: 'other', billing: 'DAILY' }),
    ];
    const quote = aSnapshot({ lines, options });
    const { totals, subtotal, recurring } = quotePrice(quote, [{ optionId: 'option-1', quantity: 3 }]);
    expect([totals.gross, subtotal, totals.taxes]).toEqual([0, 0, []]);
    expect(recurring.map((part) => [part.billing, part.totals.gross, part.totals.taxes.length])).toEqual([
      ['WEEKLY', 2_100, 1],
      ['MONTHLY', 10_000, 2],
      ['YEARLY', 12_000, 1],
    ]);
  });
});

describe('the options', () => {
  test('count as often as they are taken, once each, and only those of the quote: TT-06', () => {
    const gross = (...choices: { optionId: string; quantity: number }[]) =>
      quotePrice(aSnapshot(), choices).totals.gross;
    expect(gross()).toBe(329_900);
    expect(gross({ optionId: 'option-1', quantity: 3 })).toBe(329_900 + 3 * 45_000);
    expect(gross(one('option-1'), { optionId: 'option-1', quantity: 9 })).toBe(374_900);
    expect(gross(...['OPTION-1', ' option-1', 'line-1', '__proto__'].map(one))).toBe(329_900);
    expect(optionAmount({ price: minor(45_000) }, 3)).toBe(135_000);
  });

  test('cannot take a line away: TT-08', () => {
    for (const quantity of [0, -1, -1_000, 0.5, Number.NaN, Number.NEGATIVE_INFINITY]) {
      expect(quotePrice(aSnapshot(), [{ optionId: 'option-1', quantity }]).totals.gross).toBe(329_900);
      expect(quotePrice(aSnapshot(), [{ optionId: 'line-1', quantity }]).totals.gross).toBe(329_900);
    }
  });
});

const plain = ({ net, tax, gross, taxes }: OracleTotals) => ({
  totals: {
    net,
    tax,
    gross,
    taxes: taxes.map(([treatment, rate, n, t]) => ({ treatment, rate, net: n, tax: t })),
  },
});

/** As text, with BigInts as numbers: comparing two texts is what a million cases have time for. */
const said = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part));

const inOrder = ({ totals, subtotal, discount, recurring }: OraclePrice) => ({
  ...plain(totals),
  subtotal,
  discount,
  recurring: recurring.map(([billing, part]) => ({ billing, ...plain(part) })),
});

describe('every quote', () => {
  test(
    'comes to what an independent calculation says: TT-09',
    () => {
      fc.assert(
        fc.property(quoteWithChoice, ({ quote, choices }) => {
          const found = said(quotePrice(quote, choices));
          const right = said(inOrder(oraclePrice(quote, choices)));
          if (found !== right) expect(found).toBe(right);
        }),
        cases(),
      );
    },
    patience,
  );

  test(
    'costs the same in whatever order its lines, options and choices stand: TT-09',
    () => {
      const shuffled = quoteWithChoice.chain(({ quote, choices }) =>
        fc.record({
          one: fc.constant({ quote, choices }),
          lines: fc.shuffledSubarray([...quote.lines], { minLength: quote.lines.length }),
          options: fc.shuffledSubarray([...quote.options], { minLength: quote.options.length }),
          choices: fc.shuffledSubarray(choices, { minLength: choices.length }),
        }),
      );
      fc.assert(
        fc.property(shuffled, ({ one: { quote, choices }, lines, options, choices: others }) => {
          expect(quotePrice({ ...quote, lines, options }, others)).toEqual(quotePrice(quote, choices));
        }),
        cases(3_000),
      );
    },
    patience,
  );
});
