import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import {
  invoiceSeries,
  prefixFrom,
  quoteNumber,
  receiptSeries,
  serialNumber,
} from '../../api/src/domain/numbering.ts';
import { cases, patience } from './arbitraries.ts';

describe('the number of', () => {
  test('a quote names the customer, the quote and the revision', () => {
    expect(quoteNumber('ACME01', 1, 1)).toBe('QT-ACME01-0001-1');
    expect(quoteNumber('ACME01', 1, 2)).toBe('QT-ACME01-0001-2');
    expect(quoteNumber('ACME01', 12_345, 10)).toBe('QT-ACME01-12345-10');
  });

  test('an invoice or a receipt names the year', () => {
    expect(serialNumber(invoiceSeries(localDate('2026-12-31')), 42)).toBe('INV-2026-0042');
    expect(serialNumber(invoiceSeries(localDate('2027-01-01')), 1)).toBe('INV-2027-0001');
    expect(serialNumber(receiptSeries(localDate('2026-11-21')), 9_999)).toBe('RC-2026-9999');
    expect(serialNumber(receiptSeries(localDate('2026-11-21')), 10_000)).toBe('RC-2026-10000');
  });

  test.each([0, -1, 1.5, Number.NaN])('nothing is %d', (n) => {
    expect(() => serialNumber('INV-2026', n)).toThrow(RangeError);
    expect(() => quoteNumber('ACME01', n, 1)).toThrow(RangeError);
    expect(() => quoteNumber('ACME01', 1, n)).toThrow(RangeError);
  });
});

describe('a prefix', () => {
  test.each([
    ['Silva Dental', 'SILVADENTAL'],
    ['Harbour & Pine Web Studio', 'HARBOURPINE'],
    ['Müller GmbH', 'MULLERGMBH'],
    ['Straße 7', 'STRASSE7'],
    ['Donaudampfschiffahrt AG', 'DONAUDAMPFSC'],
    ['A', 'A0'],
    ['李小龍', 'CLIENT'],
    ['', 'CLIENT'],
    ['“Acme”, Inc.', 'ACMEINC'],
  ])('of %j is %s', (name, prefix) => {
    expect(prefixFrom(name)).toBe(prefix);
  });

  test(
    'has 2 to 12 capitals or digits, whatever the name',
    () => {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 60 })), (name) => {
          expect(prefixFrom(name)).toMatch(/^[A-Z0-9]{2,12}$/);
        }),
        cases(5_000),
      );
    },
    patience,
  );
});
