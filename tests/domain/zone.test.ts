import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { atHour, endOfDay, today } from '../../api/src/domain/zone.ts';

describe('today', () => {
  test.each([
    ['2026-12-01T10:59:59.999Z', 'Pacific/Auckland', '2026-12-01'],
    ['2026-12-01T11:00:00.000Z', 'Pacific/Auckland', '2026-12-02'],
    ['2026-12-01T11:00:00.000Z', 'UTC', '2026-12-01'],
    ['2026-01-01T04:59:59.999Z', 'America/New_York', '2025-12-31'],
  ])('at %s in %s is %s', (now, zone, day) => {
    expect(today(new Date(now), zone)).toBe(day);
  });
});

describe('an hour of a day', () => {
  test.each([
    ['2026-11-05', 'Australia/Sydney', 9, '2026-11-04T22:00:00.000Z'],
    ['2026-11-05', 'UTC', 9, '2026-11-05T09:00:00.000Z'],
    // Berlin has no two o'clock on 29 March 2026: it is three.
    ['2026-03-29', 'Europe/Berlin', 2, '2026-03-29T01:00:00.000Z'],
  ])('%s in %s at %i is %s', (day, zone, hour, instant) => {
    expect(atHour(localDate(day), zone, hour).toISOString()).toBe(instant);
  });
});

describe('the end of a day', () => {
  test.each([
    ['2026-12-01', 'Pacific/Auckland', '2026-12-01T11:00:00.000Z'],
    ['2026-11-30', 'Australia/Sydney', '2026-11-30T13:00:00.000Z'],
    ['2026-03-28', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ])('of %s in %s is %s', (day, zone, instant) => {
    expect(endOfDay(localDate(day), zone).toISOString()).toBe(instant);
  });

  test('is the first instant of the next day where clocks skip midnight', () => {
    // Cairo goes from 00:00 to 01:00 on 24 April 2026.
    expect(endOfDay(localDate('2026-04-23'), 'Africa/Cairo').toISOString()).toBe('2026-04-23T22:00:00.000Z');
  });

  test.each(['Pacific/Auckland', 'Africa/Cairo', 'America/St_Johns', 'Pacific/Apia'])(
    'is exact in %s',
    (zone) => {
      const end = endOfDay(localDate('2026-04-23'), zone);
      expect(today(new Date(end.getTime() - 1), zone)).toBe('2026-04-23');
      expect(today(end, zone)).toBe('2026-04-24');
    },
  );
});
