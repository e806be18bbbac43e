import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  inWords,
  isLocalDate,
  isOver,
  localDate,
} from '../../api/src/domain/local-date.ts';
import { cases, patience } from './arbitraries.ts';

describe('a day', () => {
  test('counts to its end', () => {
    const lastDay = localDate('2026-11-30');
    expect(isOver(lastDay, localDate('2026-11-29'))).toBe(false);
    expect(isOver(lastDay, lastDay)).toBe(false);
    expect(isOver(lastDay, localDate('2026-12-01'))).toBe(true);
  });

  test.each(['2026-11-30', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isLocalDate(text)).toBe(true);
    expect(localDate(text)).toBe(text);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '2026-11-30T00:00',
    ' 2026-11-30',
    '2026-11-30\n',
    '+02026-11-30',
    '２０２６-11-30',
    '',
  ])('%j is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(RangeError);
  });

  test('is said in words', () => {
    expect(inWords(localDate('2026-11-30'))).toBe('30 November 2026');
    expect(inWords(localDate('2027-01-01'))).toBe('1 January 2027');
  });
});

describe('days are counted', () => {
  test.each([
    ['2026-01-31', 30, '2026-03-02'],
    ['2024-01-31', 30, '2024-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %d days is %s', (from, days, to) => {
    expect(addDays(localDate(from), days)).toBe(to);
    expect(daysBetween(localDate(from), localDate(to))).toBe(days);
  });

  test('and not beyond the calendar', () => {
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addDays(localDate('2026-01-01'), 1e15)).toThrow(RangeError);
  });

  test(
    'forth and back alike, and later days sort later',
    () => {
      const day = fc.integer({ min: -200_000, max: 200_000 }).map((n) => addDays(localDate('2026-01-01'), n));
      fc.assert(
        fc.property(day, fc.integer({ min: 0, max: 100_000 }), (from, days) => {
          const to = addDays(from, days);
          expect(daysBetween(from, to)).toBe(days);
          expect(addDays(to, -days)).toBe(from);
          expect(from <= to).toBe(true);
        }),
        cases(3_000),
      );
    },
    patience,
  );
});

describe('months are counted', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-08-31', -6, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 0, '2026-11-30'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to);
  });

  test('and not beyond the calendar', () => {
    expect(() => addMonths(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(localDate('2026-01-01'), 0.5)).toThrow(RangeError);
  });
});
