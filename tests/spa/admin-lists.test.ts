import { minor } from '@countersign/api/domain/money';
import { expect, test } from 'vitest';
import { currenciesOf, weekSums } from '../../admin-spa/src/features/payments/history-sums.ts';
import { dayRangeWords } from '../../admin-spa/src/lists/day-range-words.ts';
import { queryOf, searchOf } from '../../admin-spa/src/lists/query-of.ts';
import { withoutNothing } from '../../admin-spa/src/lists/without-nothing.ts';

test('a view is the same whatever the order in which its filters were set', () => {
  const query = queryOf({ status: 'OVERDUE', currency: 'EUR', search: 'a b&c', sort: undefined });
  expect(query).toBe('currency=EUR&search=a+b%26c&status=OVERDUE');
  expect(queryOf({ search: 'a b&c', currency: 'EUR', status: 'OVERDUE' })).toBe(query);
  expect(searchOf(query)).toEqual({ currency: 'EUR', search: 'a b&c', status: 'OVERDUE' });
});

test('a filter that is cleared leaves the address', () => {
  expect(withoutNothing({ status: 'PAID', search: '', from: undefined })).toEqual({ status: 'PAID' });
});

test.each([
  ['2026-01-01', undefined, 'from 2026-01-01'],
  [undefined, '2026-01-01', 'until 2026-01-01'],
  ['2026-01-01', '2026-01-01', 'on 2026-01-01'],
  ['2026-01-01', '2026-01-31', '2026-01-01 – 2026-01-31'],
  [undefined, undefined, null],
])('days from %s to %s are said as %s', (from, to, words) => {
  expect(dayRangeWords(from, to, (day) => day)).toBe(words);
});

const flow = (method: 'CARD' | 'CASH', currency: string, came: number, went = 0) => ({
  method,
  confirmed: { amount: minor(came), currency },
  refunded: { amount: minor(went), currency },
});
const weeks = [
  { from: '2026-11-09', to: '2026-11-15', flows: [flow('CARD', 'EUR', 500), flow('CASH', 'EUR', 20, 5)] },
  { from: '2026-11-16', to: '2026-11-22', flows: [flow('CARD', 'JPY', 7)] },
] as never as Parameters<typeof weekSums>[0];

test('the columns of the chart are of one currency, and its own comes first', () => {
  expect(currenciesOf(weeks, 'AUD')).toEqual(['AUD', 'EUR', 'JPY']);
  expect(currenciesOf([], 'AUD')).toEqual(['AUD']);
  expect(weekSums(weeks, 'EUR')).toMatchObject([
    { confirmed: { CARD: 500, CASH: 20, BANK_TRANSFER: 0 }, refunded: 5, total: 520 },
    { confirmed: { CARD: 0 }, refunded: 0, total: 0 },
  ]);
});
