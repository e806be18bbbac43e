import type { Language } from '../domain/language.ts';
import { languageOf } from '../domain/language.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { formatAmount, type CurrencyCode, type MinorUnits } from '../domain/money.ts';
import { type Words, wordsIn } from './words/words.ts';

/** How one letter speaks: words and spelling of its reader, currency of the document. */
export type Wording = Readonly<{
  language: Language;
  say: Words;
  amount(amount: MinorUnits): string;
  /** The same taken off: `−$33.00`. */
  less(amount: MinorUnits): string;
  day(day: LocalDate): string;
  /** `10%` of 10000, `8.875%` of 8875; `10 %` in German. */
  rate(milliPercent: number): string;
  /** `1.5` of 1500. */
  quantity(milli: number): string;
  /** `1.2 MB`, and `1,2 Mo` in French. */
  size(bytes: number): string;
  /** `21 November 2026 at 7:15:30 pm AEDT`: with its zone, because a deadline without one is a quarrel. */
  moment(at: Date, timeZone: string): string;
}>;

/**
 * The reader's language as it is written in the company's region: an Austrian company writes German as Austrians do, and
 * English with its own way of writing dates.
 */
export function localeFor(language: Language, companyLocale: string): string {
  if (languageOf(companyLocale) === language && companyLocale.startsWith(language)) return companyLocale;
  const region = new Intl.Locale(companyLocale).maximize().region;
  return region === undefined ? language : `${language}-${region}`;
}

const made = new Map<string, Wording>();

/** `locale` is the company's. */
export function wording(language: Language, locale: string, currency: CurrencyCode): Wording {
  const key = `${language} ${locale} ${currency}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = wordingOf(language, localeFor(language, locale), currency);
  made.set(key, fresh);
  return fresh;
}

function wordingOf(language: Language, locale: string, currency: CurrencyCode): Wording {
  const say = wordsIn(language);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const amount = (minorUnits: MinorUnits) =>
    plainSpaces(formatAmount({ amount: minorUnits, currency }, locale));
  return {
    language,
    say,
    amount,
    less: (off) => `\u2212${amount(off)}`,
    day: (date) => say.day(plainSpaces(day.format(new Date(`${date}T00:00:00Z`)))),
    rate: (milliPercent) => plainSpaces(percent.format(milliPercent / 100_000)),
    quantity: (milli) => plainSpaces(decimal.format(milli / 1000)),
    size: (bytes) => plainSpaces(sizeIn(locale, bytes)),
    moment: (at, timeZone) => plainSpaces(momentFormat(locale, timeZone).format(at)),
  };
}

/** Intl may put narrow no-break spaces between figures; a plain no-break space is in every font. */
const plainSpaces = (text: string): string => text.replaceAll('\u202f', '\u00a0');

function sizeIn(locale: string, bytes: number): string {
  const [count, unit, maximumFractionDigits] =
    bytes >= 1_000_000
      ? ([bytes / 1_000_000, 'megabyte', 1] as const)
      : ([Math.max(1, Math.round(bytes / 1000)), 'kilobyte', 0] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(count);
}

const momentFormat = (locale: string, timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });

/** The last moment of a day, with the zone that the day is counted in. */
export function deadline(day: LocalDate, timeZone: string, words: Wording): string {
  return words.say.endOfDay(words.day(day), timeZone.replaceAll('_', ' '));
}

/** The same in two short lines, for a narrow column: the zone by its city. */
export function shortDeadline(day: LocalDate, timeZone: string, words: Wording): string {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return words.say.endOfDayShort(words.day(day), city);
}
