import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessDecimal, readAmount } from '../../api/src/domain/bank/amount-text.ts';
import { guessDayOrder, readDay } from '../../api/src/domain/bank/day-text.ts';
import { decodeText } from '../../api/src/domain/bank/decode.ts';
import { formatOf } from '../../api/src/domain/bank/format-of.ts';
import { separatorOf } from '../../api/src/domain/bank/separator.ts';
import { exponentOf } from '../../api/src/domain/money.ts';
import { cases, patience } from './arbitraries.ts';

describe('amounts of banks', () => {
  test.each([
    ['1.234,56', 'COMMA', 123_456],
    ['1,234.56', 'POINT', 123_456],
    ["1'234.50", 'POINT', 123_450],
    ['1 234,5', 'COMMA', 123_450],
    ['1\u202f234,50', 'COMMA', 123_450],
    ['12,34,567.00', 'POINT', 123_456_700],
    ['-12.00', 'POINT', -1200],
    ['12,00-', 'COMMA', -1200],
    ['(12.00)', 'POINT', -1200],
    ['12.00 DR', 'POINT', -1200],
    ['12.00 CR', 'POINT', 1200],
    ['12,00 S', 'COMMA', -1200],
    ['12,00 H', 'COMMA', 1200],
    ['+12', 'POINT', 1200],
    ['$1,124.70', 'POINT', 112_470],
    ['-$1,124.70', 'POINT', -112_470],
    ['$-1,124.70', 'POINT', -112_470],
    ['EUR 12,00', 'COMMA', 1200],
    ['12,00 €', 'COMMA', 1200],
    ['−5', 'POINT', -500],
    ['.50', 'POINT', 50],
    ['12.5000', 'POINT', 1250],
    ['1.234', 'COMMA', 123_400],
    ['0.00', 'POINT', 0],
  ] as const)('%s with %s is %d', (text, sign, amount) => {
    expect(readAmount(text, 'EUR', sign)).toBe(amount);
  });

  test.each([
    ['1.234', 'POINT'],
    ['1.234,56', 'POINT'],
    ['12.345', 'POINT'],
    ['1,23,4.00', 'POINT'],
    ['--5', 'POINT'],
    ['-5-', 'POINT'],
    ['(-5)', 'POINT'],
    ['1e5', 'POINT'],
    ['', 'POINT'],
    ['abc', 'POINT'],
    ['12.00.00', 'POINT'],
    ['٥', 'POINT'],
    ['9'.repeat(30), 'POINT'],
    ['NaN', 'POINT'],
    ['=1+1', 'POINT'],
  ] as const)('%s with %s is no amount in euros', (text, sign) => {
    expect(readAmount(text, 'EUR', sign)).toBeNull();
  });

  test('a row of digits that is no amount takes no longer than one that is', () => {
    const began = performance.now();
    expect(readAmount(`${'1'.repeat(56)}'1`, 'EUR', 'POINT')).toBeNull();
    expect(performance.now() - began).toBeLessThan(50);
  });

  test('coins are those of the currency', () => {
    expect(readAmount('500', 'JPY', 'POINT')).toBe(500);
    expect(readAmount('500.5', 'JPY', 'POINT')).toBeNull();
    expect(readAmount('1.234', 'KWD', 'POINT')).toBe(1234);
  });

  test(
    'whatever is written in the ways of banks reads as it was, to the coin',
    () => {
      const styles = fc.record({
        amount: fc.integer({ min: -(2 ** 53 - 1), max: 2 ** 53 - 1 }),
        currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'CHF'),
        sign: fc.constantFrom('POINT' as const, 'COMMA' as const),
        grouping: fc.constantFrom('none', 'sign', ' ', "'"),
        minus: fc.constantFrom('-%', '%-', '(%)', '% DR'),
      });
      fc.assert(
        fc.property(styles, ({ amount, currency, sign, grouping, minus }) => {
          const exponent = exponentOf(currency);
          const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
          const whole = digits.slice(0, digits.length - exponent);
          const group =
            grouping === 'none' ? '' : grouping === 'sign' ? (sign === 'POINT' ? ',' : '.') : grouping;
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
          const cents = exponent === 0 ? '' : `${sign === 'POINT' ? '.' : ','}${digits.slice(-exponent)}`;
          const text = `${grouped}${cents}`;
          const written = amount < 0 ? minus.replace('%', text) : text;
          expect(readAmount(written, currency, sign)).toBe(amount === 0 ? 0 : amount);
        }),
        cases(),
      );
    },
    patience,
  );

  test('any text is an exact amount or none', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789.,-+()'  DRCH€x"), maxLength: 20 }),
        (text) => {
          const amount = readAmount(text, 'EUR', 'POINT');
          expect(amount === null || Number.isSafeInteger(amount)).toBe(true);
        },
      ),
      cases(),
    );
  });

  test.each([
    [['1.234,56', '12,00'], 'COMMA'],
    [['1,234.56', '12.00'], 'POINT'],
    [['1.234', '5,50'], 'COMMA'],
    [['1,234', '5.50'], 'POINT'],
    [['100', '200'], 'POINT'],
    [['1.234.567', '2.345'], 'COMMA'],
    [[], 'POINT'],
  ] as const)('the decimal sign of %j is the %s', (samples, sign) => {
    expect(guessDecimal(samples)).toBe(sign);
  });
});

describe('days of banks', () => {
  test.each([
    ['2026-11-24', 'YMD'],
    ['20261124', 'YMD'],
    ['20261124120000[-5:EST]', 'YMD'],
    ['2026/11/24', 'YMD'],
    ['2026-11-24T23:59:59+01:00', 'YMD'],
    ['24.11.2026', 'DMY'],
    ['24/11/2026', 'DMY'],
    ['24.11.26', 'DMY'],
    ['24/11/2026 10:15', 'DMY'],
    ['24 Nov 2026', 'DMY'],
    ['24-NOV-26', 'DMY'],
    ['11/24/2026', 'MDY'],
    ['11-24-26', 'MDY'],
  ] as const)('%s in %s is 24 November', (text, order) => {
    expect(readDay(text, order)).toBe('2026-11-24');
  });

  test.each([
    ['31.11.2026', 'DMY'],
    ['24.13.2026', 'DMY'],
    ['24/11/2026', 'MDY'],
    ['24/11-2026', 'DMY'],
    ['2026-11-24', 'DMY'],
    ['24.11.226', 'DMY'],
    ['yesterday', 'DMY'],
    ['', 'YMD'],
    ['0', 'YMD'],
  ] as const)('%s in %s is no day', (text, order) => {
    expect(readDay(text, order)).toBeNull();
  });

  test('one day above the twelfth tells the order of all; otherwise the usual one is taken', () => {
    expect(guessDayOrder(['03/04/2026', '24/04/2026'], 'MDY')).toBe('DMY');
    expect(guessDayOrder(['03/04/2026', '04/24/2026'], 'DMY')).toBe('MDY');
    expect(guessDayOrder(['03/04/2026'], 'MDY')).toBe('MDY');
    expect(guessDayOrder(['2026-04-03'], 'MDY')).toBe('YMD');
  });
});

describe('files that say little about themselves', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  test('letters are read as they were written', () => {
    expect(decodeText(utf8('Café'))).toBe('Café');
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('Café')]))).toBe('Café');
    expect(decodeText(new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x80]))).toBe('Café €');
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x43, 0, 0xe9, 0]))).toBe('Cé');
    expect(decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBeNull();
  });

  test.each([
    ['OFXHEADER:100\nDATA:OFXSGML\n', { format: 'OFX' }],
    ['<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX>', { format: 'OFX' }],
    ['<?xml version="1.0"?><Document><BkToCstmrStmt>', { format: 'CAMT_053' }],
    ['<n:Document xmlns:n="x"><n:BkToCstmrStmt>', { format: 'CAMT_053' }],
    [
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.08"><BkToCstmrAcctRpt>',
      { problem: 'OTHER_CAMT' },
    ],
    ['<html><body>', { problem: 'WRONG_KIND' }],
    ['%PDF-1.7;', { problem: 'WRONG_KIND' }],
    ['Date;Amount\n', { format: 'CSV' }],
    ['just a letter', { problem: 'WRONG_KIND' }],
    ['\u0001\u0002;', { problem: 'WRONG_KIND' }],
    [' \n ', { problem: 'EMPTY' }],
    ['<!DOCTYPE x [<!ENTITY a "b">]><Document><BkToCstmrStmt>', { problem: 'UNSAFE' }],
    [`<Document><BkToCstmrStmt>${' '.repeat(9000)}<!entity a>`, { problem: 'UNSAFE' }],
  ])('%j is %j', (text, found) => {
    expect(formatOf(text)).toEqual(found);
  });

  test.each([
    ['Date;Name;Amount\n24.11.2026;"A; B, C";1.234,56\n', ';'],
    ['Date,Name,Amount\n2026-11-24,"A; B",12.00\n', ','],
    ['Date\tName\tAmount\n2026-11-24\tA, B\t12,00\n', '\t'],
    ['Account 1, Main\nDate;Amount\n1.1.2026;1,00\n2.1.2026;2,00\n', ';'],
  ])('the columns of %j are divided by %j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });
});
