/**
 * Weeks of the calendar. They begin on Monday (ISO 8601), so Sunday, 22 November 2026 belongs to the week of 16 November. The
 * last three weeks of Wednesday, 18 November begin on 2, 9 and 16 November.
 */
import { addDays, daysBetween, type LocalDate, localDate } from './local-date.ts';

/** A week by its first day and its last. */
export type Week = Readonly<{ from: LocalDate; to: LocalDate }>;

const someMonday = localDate('2024-01-01');

/** The Monday of the week that the day is in. */
export const mondayOf = (day: LocalDate): LocalDate =>
  addDays(day, -(((daysBetween(someMonday, day) % 7) + 7) % 7));

/** The last weeks, oldest first; the last of them is the one that the day is in. */
export const weeksUntil = (day: LocalDate, count: number): Week[] =>
  Array.from({ length: count }, (_, at) => {
    const from = addDays(mondayOf(day), 7 * (at - count + 1));
    return { from, to: addDays(from, 6) };
  });
