import { localDate } from '@countersign/api/domain/local-date';
import { formatAmount, type MinorUnits } from '@countersign/api/domain/money';
import { createContext, useContext } from 'react';

export type Money = { amount: MinorUnits; currency: string };

/** How the reader writes numbers (the browser's language), where the company's days begin, what its tax is called. */
export type Place = { locale: string; timeZone: string; taxLabel: string };

export const PlaceContext = createContext<Place>({ locale: 'en', timeZone: 'UTC', taxLabel: 'Tax' });

/** A date without a time is the same day everywhere, so it is put on paper in UTC, never moved into a zone. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

export function formatIn({ locale, timeZone, taxLabel }: Place) {
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
  const localDay = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
  const instant = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const exact = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'long' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const quantity = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  // the one locale that writes days as YYYY-MM-DD
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return {
    taxLabel,
    money: (money: Money) => formatAmount(money, locale),
    percent: (rate: number) => percent.format(rate / 100_000),
    /** Such as a margin: thousandths of a percent say more than anybody reads. */
    share: (rate: number) => share.format(rate / 100_000),
    quantity: (thousandths: number) => quantity.format(thousandths / 1000),
    day: (date: string) => day.format(noon(date)),
    dayOf: (at: string) => localDay.format(new Date(at)),
    instant: (at: string) => instant.format(new Date(at)),
    exact: (at: string) => exact.format(new Date(at)),
    today: () => localDate(iso.format(new Date())),
  };
}

export type Format = ReturnType<typeof formatIn>;

const known = new WeakMap<Place, Format>();

/** The same for everybody in one place: making formats is slow, and a long quote has hundreds of amounts. */
export function useFormat(): Format {
  const place = useContext(PlaceContext);
  const format = known.get(place) ?? formatIn(place);
  known.set(place, format);
  return format;
}
