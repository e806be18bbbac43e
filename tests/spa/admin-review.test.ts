import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { nextMonday } from '../../admin-spa/src/features/review/next-monday.ts';
import { reviewSearch } from '../../admin-spa/src/search.ts';

test.each([
  ['2026-11-21', '2026-11-23'],
  ['2026-11-22', '2026-11-23'],
  ['2026-11-23', '2026-11-30'],
  ['2026-11-27', '2026-11-30'],
  ['2026-12-29', '2027-01-04'],
])('what is put off until next week on %s comes back on %s', (today, monday) => {
  expect(nextMonday(localDate(today))).toBe(monday);
});

describe('the address of the inbox', () => {
  test('keeps its filters', () => {
    const found = { group: 'PAYMENTS', mine: true, search: 'silva' };
    expect(reviewSearch(found)).toEqual(found);
    expect(reviewSearch({ snoozed: true })).toEqual({ snoozed: true });
    expect(reviewSearch({ settled: true })).toEqual({ settled: true });
  });
  test('leaves out what is none', () => {
    expect(reviewSearch({ group: 'constructor', mine: 'yes', settled: 1, search: ' ' })).toEqual({});
  });
});
