/**
 * Which day it is at the company, and when that day is over. A quote that is valid until 30 November 2026 in Sydney
 * (11 hours ahead of UTC then) can be signed up to 2026-11-30T13:00:00.000Z and not at that instant. Days on which clocks
 * change have 23 or 25 hours, which is why this is left to a calendar library.
 */
import { Temporal } from 'temporal-polyfill';
import { type LocalDate, localDate } from './local-date.ts';

/** The day that the instant falls on in the zone. */
export const today = (now: Date, zone: string): LocalDate =>
  localDate(
    Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString(),
  );

/** The first instant that is no longer the day: where clocks skip midnight that is not 00:00. */
export const endOfDay = (day: LocalDate, zone: string): Date =>
  new Date(
    Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).startOfDay().epochMilliseconds,
  );

/** The instant of that day at which clocks in the zone show the full hour; where they skip it, the next that exists. */
export const atHour = (day: LocalDate, zone: string, hour: number): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from({ hour }),
    }).epochMilliseconds,
  );
