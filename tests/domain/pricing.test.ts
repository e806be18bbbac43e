import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '../../api/src/domain/money.ts';
import { isPriceable, lineAmount, price, quoteTotals } from '../../api/src/domain/pricing.ts';
import { aLine, anOption, aSnapshot } from '../support/builders.ts';
import { cases, patience, pricedItem, quoteWithChoice } from './arbitraries.ts';
import { oraclePrice } from './oracle.ts';

const item = (unitPrice: number, taxRate: number, quantity = 1000) => ({
  quantity,
  unitPrice: minor(unitPrice),
  taxRate,
});

describe('a price', () => {
  test('with the tax inside keeps its total', () => {
    expect(quoteTotals(aSnapshot(), ['option-1'])).toEqual({
      net: 340_818,
      tax: 34_082,
      gross: 374_900,
      taxes: [{ rate: 10_000, net: 340_818, tax: 34_082 }],
    });
  });

  test('without the tax inside gets it on top', () => {
    expect(price([item(100_000, 10_000)], false)).toEqual({
      net: 100_000,
      tax: 10_000,
      gross: 110_000,
      taxes: [{ rate: 10_000, net: 100_000, tax: 10_000 }],
    });
  });

  test('rounds each line before it adds them up', () => {
    expect(lineAmount({ quantity: 1500, unitPrice: minor(33) })).toBe(50);
    expect(price([item(33, 0, 1500), item(33, 0, 1500)], false).gross).toBe(100);
    expect(
      price(
        Array.from({ length: 10_000 }, () => item(1, 0, 500)),
        false,
      ).gross,
    ).toBe(10_000);
  });

  test('computes the tax once on the sum of a rate, not line by line', () => {
    expect(price([item(4, 10_000), item(4, 10_000), item(4, 10_000)], false).tax).toBe(1);
  });

  test('lists the rates from lowest to highest, nothing taxed at 0 % included', () => {
    const { taxes, gross } = price([item(10_000, 21_000), item(10_000, 0), item(10_000, 5_500)], false);
    expect(taxes).toEqual([
      { rate: 0, net: 10_000, tax: 0 },
      { rate: 5_500, net: 10_000, tax: 550 },
      { rate: 21_000, net: 10_000, tax: 2_100 },
    ]);
    expect(gross).toBe(32_650);
  });

  test('of nothing is nothing', () => {
    expect(price([], true)).toEqual({ net: 0, tax: 0, gross: 0, taxes: [] });
  });

  test('that is too large to be exact is refused, never rounded', () => {
    const dear = aLine({ quantity: 1_000_000_000, unitPrice: minor(1_000_000_000_000) });
    expect(() => price([dear], false)).toThrow(RangeError);
    expect(isPriceable(aSnapshot({ lines: [dear] }))).toBe(false);
    expect(isPriceable(aSnapshot({ options: [anOption({ price: minor(Number.MAX_SAFE_INTEGER) })] }))).toBe(
      false,
    );
    expect(isPriceable(aSnapshot())).toBe(true);
  });
});

describe('the options', () => {
  test('count once each, and only those of the quote', () => {
    expect(quoteTotals(aSnapshot(), []).gross).toBe(329_900);
    expect(quoteTotals(aSnapshot(), ['option-1', 'option-1']).gross).toBe(374_900);
    expect(quoteTotals(aSnapshot(), ['OPTION-1', ' option-1', 'line-1', '__proto__']).gross).toBe(329_900);
  });
});

describe('every quote', () => {
  test(
    'comes to what an independent calculation says',
    () => {
      fc.assert(
        fc.property(quoteWithChoice, ({ quote, chosen }) => {
          const picked = quote.options.filter((option) => chosen.includes(option.id));
          const items = [...quote.lines, ...picked.map((option) => item(option.price, option.taxRate))];
          const expected = oraclePrice(items, quote.pricesIncludeTax);
          const { net, tax, gross, taxes } = quoteTotals(quote, chosen);
          const found = [net, tax, gross, taxes.map((part) => [part.rate, part.net, part.tax])];
          expect(JSON.stringify(found)).toBe(
            JSON.stringify(
              [expected.net, expected.tax, expected.gross, expected.taxes],
              (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value),
            ),
          );
        }),
        cases(),
      );
    },
    patience,
  );

  test(
    'costs the same in whatever order its lines stand',
    () => {
      const shuffled = fc
        .array(pricedItem, { minLength: 1, maxLength: 8 })
        .chain((items) =>
          fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
        );
      fc.assert(
        fc.property(shuffled, fc.boolean(), ([items, others], pricesIncludeTax) => {
          expect(price(others, pricesIncludeTax)).toEqual(price(items, pricesIncludeTax));
        }),
        cases(3_000),
      );
    },
    patience,
  );
});
