import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exponentOf,
  formatAmount,
  isCurrency,
  minor,
  parseAmount,
  scale,
  split,
  sum,
} from '../../api/src/domain/money.ts';
import { cases, patience } from './arbitraries.ts';
import { oracleSplit, roundedQuotient } from './oracle.ts';

const largest = Number.MAX_SAFE_INTEGER;

describe('amounts', () => {
  test('are whole and exact, or refused', () => {
    expect(minor(largest)).toBe(largest);
    for (const wrong of [0.5, 2 ** 53, -(2 ** 53), Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => minor(wrong)).toThrow(RangeError);
    }
  });

  test('have no negative zero', () => {
    expect(Object.is(minor(-0), 0)).toBe(true);
    expect(Object.is(scale(minor(0), -1, 3), 0)).toBe(true);
  });

  test('are added exactly even when a sum on the way is too large', () => {
    expect(sum([minor(largest), minor(largest), minor(-largest)])).toBe(largest);
    expect(() => sum([minor(largest), minor(1)])).toThrow(RangeError);
    expect(sum([])).toBe(0);
  });
});

describe('scale', () => {
  test.each([
    [5, 10_000, 100_000, 1],
    [4, 10_000, 100_000, 0],
    [-5, 10_000, 100_000, -1],
    [15, 1, 10, 2],
    [25, 1, 10, 3],
    [-25, 1, 10, -3],
    [33, 1500, 1000, 50],
    [374_900, 10_000, 110_000, 34_082],
    [largest, 1, 1, largest],
  ])('%d × %d / %d is %d', (amount, numerator, denominator, expected) => {
    expect(scale(minor(amount), numerator, denominator)).toBe(expected);
  });

  test('refuses what cannot be computed exactly', () => {
    expect(() => scale(minor(largest), 2, 1)).toThrow(RangeError);
    expect(() => scale(minor(1), 1, 0)).toThrow(RangeError);
    expect(() => scale(minor(1), 0.5, 1)).toThrow(RangeError);
  });

  test(
    'agrees with an independent rounding',
    () => {
      const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
      fc.assert(
        fc.property(
          amount,
          fc.integer({ min: -9000, max: 9000 }),
          fc.integer({ min: 1, max: 200_000 }),
          (a, n, d) => {
            expect(scale(minor(a), n, d)).toBe(Number(roundedQuotient(BigInt(a) * BigInt(n), BigInt(d))));
          },
        ),
        cases(),
      );
    },
    patience,
  );

  test(
    'agrees with it on both sides of the largest exact product',
    () => {
      const nearby = fc.tuple(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: -2_000, max: 2_000 }));
      fc.assert(
        fc.property(
          nearby,
          fc.integer({ min: 1, max: 200_000 }),
          fc.boolean(),
          ([n, step], d, isNegative) => {
            const size = Math.floor(largest / n) + step;
            if (!Number.isSafeInteger(size) || size < 0) return;
            const amount = minor(isNegative ? -size : size);
            const exact = roundedQuotient(BigInt(amount) * BigInt(n), BigInt(d));
            if (exact > BigInt(largest) || exact < -BigInt(largest)) return;
            expect(scale(amount, n, d)).toBe(Number(exact));
          },
        ),
        cases(5_000),
      );
    },
    patience,
  );
});

describe('split', () => {
  test.each([
    [10_000, [1, 1, 1], [3334, 3333, 3333]],
    [374_900, [30_000, 40_000, 30_000], [112_470, 149_960, 112_470]],
    [-10_000, [1, 1, 1], [-3334, -3333, -3333]],
    [1, [1, 1], [1, 0]],
    [2, [1, 0, 1], [1, 0, 1]],
    [0, [0, 0], [0, 0]],
    [1, [10, 45, 45], [0, 1, 0]],
  ])('%d by %j is %j', (total, weights, parts) => {
    expect(split(minor(total), weights)).toEqual(parts);
  });

  test('refuses negative weights, and money that nobody gets', () => {
    expect(() => split(minor(1), [2, -1])).toThrow(RangeError);
    expect(() => split(minor(1), [0, 0])).toThrow(RangeError);
    expect(() => split(minor(1), [])).toThrow(RangeError);
  });

  test(
    'agrees with an independent largest remainder, for either sign',
    () => {
      const weights = fc
        .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 })
        .filter((list) => list.some((weight) => weight > 0));
      fc.assert(
        fc.property(fc.oneof(fc.nat(20), fc.maxSafeNat()), weights, (total, list) => {
          const parts = split(minor(total), list);
          expect(String(parts)).toBe(String(oracleSplit(BigInt(total), list.map(BigInt))));
          expect(String(split(minor(-total), list))).toBe(String(parts.map((part) => 0 - part)));
        }),
        cases(5_000),
      );
    },
    patience,
  );
});

describe('currencies', () => {
  test.each([
    ['AUD', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['HUF', 2],
    ['ISK', 0],
    ['UGX', 0],
    ['KWD', 3],
    ['BHD', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('%s has %d decimals', (code, decimals) => {
    expect(exponentOf(code)).toBe(decimals);
  });

  test('are known by their capitals only', () => {
    expect(isCurrency('EUR')).toBe(true);
    for (const wrong of ['eur', 'EURO', 'XXX', 'XAU', '', '__proto__', 'constructor'])
      expect(isCurrency(wrong)).toBe(false);
    expect(() => exponentOf('ABC')).toThrow(RangeError);
  });
});

describe('what a person types', () => {
  test.each([
    ['3,299', 'AUD', 329_900],
    ['3299', 'AUD', 329_900],
    ['3299.00', 'AUD', 329_900],
    ['3 299,00', 'AUD', 329_900],
    ['3\u00a0299,00', 'EUR', 329_900],
    ['1.234,56', 'EUR', 123_456],
    ['1,234.56', 'AUD', 123_456],
    ["1'234.50", 'CHF', 123_450],
    ['1.234.567', 'EUR', 123_456_700],
    ['0,5', 'EUR', 50],
    [' 12.3 ', 'AUD', 1230],
    ['-12.30', 'AUD', -1230],
    ['3,299', 'JPY', 3299],
    ['12.345', 'KWD', 12_345],
    ['0,250', 'KWD', 250],
    ['90071992547409.91', 'AUD', largest],
  ])('%j in %s is %d', (text, currency, expected) => {
    expect(parseAmount(text, currency)).toBe(expected);
  });

  test.each([
    ['1.234', 'AUD'],
    ['1,234', 'KWD'],
    ['1.2345', 'AUD'],
    ['32.99', 'JPY'],
    ['1,23,456', 'AUD'],
    ['12,34.56', 'AUD'],
    ['1.234,567', 'EUR'],
    ['0,299', 'AUD'],
    ['1e3', 'AUD'],
    ['0x10', 'AUD'],
    ['١٢٣', 'AUD'],
    ['３２９９', 'AUD'],
    ['1٫5', 'AUD'],
    ['', 'AUD'],
    ['-', 'AUD'],
    ['.50', 'AUD'],
    ['5.', 'AUD'],
    ['1.2.3', 'AUD'],
    ['NaN', 'AUD'],
    ['$5', 'AUD'],
    ['1 2', 'AUD'],
    ['--5', 'AUD'],
    ['90071992547409.92', 'AUD'],
    ['9'.repeat(400), 'AUD'],
  ])('%j in %s is no amount', (text, currency) => {
    expect(parseAmount(text, currency)).toBeNull();
  });
});

describe('what is printed', () => {
  test.each([
    [374_900, 'AUD', 'en-AU', '$3,749.00'],
    [5, 'AUD', 'en-AU', '$0.05'],
    [-5, 'AUD', 'en-AU', '-$0.05'],
    [374_900, 'JPY', 'en', '¥374,900'],
    [374_900, 'KWD', 'en', 'KWD\u00a0374.900'],
    [123_456, 'EUR', 'de', '1.234,56\u00a0€'],
    [100_000, 'HUF', 'en', 'HUF\u00a01,000.00'],
    [largest, 'AUD', 'en-AU', '$90,071,992,547,409.91'],
  ])('%d %s in %s is %s', (amount, currency, locale, expected) => {
    expect(formatAmount({ amount: minor(amount), currency }, locale)).toBe(expected);
  });

  test(
    'reads back as the same amount',
    () => {
      const money = fc.record({
        amount: fc.maxSafeInteger(),
        currency: fc.constantFrom('AUD', 'JPY', 'KWD', 'CLF'),
      });
      fc.assert(
        fc.property(money, ({ amount, currency }) => {
          const printed = formatAmount({ amount: minor(amount), currency }, 'en').replace(/[^\d.,-]/g, '');
          // A lone group of thousands without decimals is all that cannot be told apart, and only yen print without decimals.
          expect(parseAmount(printed, currency)).toBe(amount);
        }),
        cases(5_000),
      );
    },
    patience,
  );
});
