import { expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { mondayOf, weeksUntil } from '../../api/src/domain/week.ts';

test.each([
  ['2026-11-16', '2026-11-16'],
  ['2026-11-22', '2026-11-16'],
  ['2026-11-23', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
  ['1999-12-31', '1999-12-27'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(localDate(day))).toBe(monday);
});

test('the last weeks follow each other, and the last holds the day', () => {
  expect(weeksUntil(localDate('2026-11-18'), 3)).toEqual([
    { from: '2026-11-02', to: '2026-11-08' },
    { from: '2026-11-09', to: '2026-11-15' },
    { from: '2026-11-16', to: '2026-11-22' },
  ]);
});
