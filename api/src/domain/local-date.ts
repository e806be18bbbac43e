/**
 * Days of the calendar, without a time and without a zone, written `2026-11-30`. In that form earlier days sort before later
 * ones, so two days are compared with < like any text. An invoice of 31 January with 30 days to pay is due on 2 March
 * (1 March in a leap year); one month after 31 January is 28 February, because February has no 31st.
 */

/** A day `YYYY-MM-DD` that exists in the calendar, years 0001 to 9999. */
export type LocalDate = string & { readonly __day: 'YYYY-MM-DD' };

const millisecondsPerDay = 86_400_000;

const startOf = (day: LocalDate): Date => new Date(`${day}T00:00:00.000Z`);

/** Whether the text is a day that exists: `2026-02-30` is not, nor is `2026-2-3`. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const instant = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
}

/** The text as a day; a RangeError when there is no such day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a day YYYY-MM-DD: ${text}`);
  return text;
}

const dayOf = (instant: Date): LocalDate => localDate(instant.toISOString().slice(0, 10));

/** The day that many days later, or earlier when negative. */
export function addDays(day: LocalDate, days: number): LocalDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`);
  return dayOf(new Date(startOf(day).getTime() + days * millisecondsPerDay));
}

/**
 * The same day of another month; the last day of that month when it is shorter. Count from the first date each time:
 * the third month after 31 January is 30 April, but three steps of one month each would end on 28 April.
 */
export function addMonths(day: LocalDate, months: number): LocalDate {
  if (!Number.isSafeInteger(months)) throw new RangeError(`not a whole number of months: ${months}`);
  const target = startOf(day);
  const dayOfMonth = target.getUTCDate();
  // The first exists in every month, so changing the month cannot roll over into the next one.
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + months);
  const last = new Date(target);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  target.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()));
  return dayOf(target);
}

/** Days from the first to the second: 1 from today to tomorrow, negative when the second is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (startOf(to).getTime() - startOf(from).getTime()) / millisecondsPerDay;

/** Whether a last day, which counts to its end, has passed. The one answer that page, gate and sweeper give. */
export const isOver = (lastDay: LocalDate, today: LocalDate): boolean => lastDay < today;

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The day as a sentence says it: `30 November 2026`. */
export const inWords = (day: LocalDate): string =>
  `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`;
