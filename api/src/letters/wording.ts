import type { LocalDate } from '../domain/local-date.ts';
import { formatAmount, type CurrencyCode, type MinorUnits } from '../domain/money.ts';

/** How one letter writes amounts, days and numbers: locale of the reader, currency of the document. */
export type Wording = Readonly<{
  amount(amount: MinorUnits): string;
  /** The same taken off: `−$33.00`. */
  less(amount: MinorUnits): string;
  day(day: LocalDate): string;
  /** `10%` of 10000, `8.875%` of 8875. */
  rate(milliPercent: number): string;
  /** `1.5` of 1500. */
  quantity(milli: number): string;
}>;

export function wording(locale: string, currency: CurrencyCode): Wording {
  // Intl may put narrow no-break spaces between figures; a plain no-break space is in every font.
  const plainSpaces = (text: string) => text.replaceAll('\u202f', '\u00a0');
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const amount = (minorUnits: MinorUnits) =>
    plainSpaces(formatAmount({ amount: minorUnits, currency }, locale));
  return {
    amount,
    less: (off) => `\u2212${amount(off)}`,
    day: (date) => plainSpaces(day.format(new Date(`${date}T00:00:00Z`))),
    rate: (milliPercent) => plainSpaces(`${decimal.format(milliPercent / 1000)}%`),
    quantity: (milli) => plainSpaces(decimal.format(milli / 1000)),
  };
}

/** The last moment of a day, with the zone that the day is counted in. */
export function deadline(day: LocalDate, timeZone: string, words: Wording): string {
  return `${words.day(day)}, end of day (${timeZone.replaceAll('_', ' ')})`;
}

/** The same in two short lines, for a narrow column: the zone by its city. */
export function shortDeadline(day: LocalDate, timeZone: string, words: Wording): string {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return `${words.day(day)}\nend of day in ${city}`;
}

/** `21 November 2026 at 7:15:30 pm AEDT`: with its zone, because a deadline without one is a quarrel. */
export function moment(at: Date, timeZone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return format.format(at).replaceAll('\u202f', '\u00a0');
}
