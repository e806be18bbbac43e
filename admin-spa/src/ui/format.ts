import { localDate } from '@countersign/api/domain/local-date';
import { formatAmount, type MinorUnits } from '@countersign/api/domain/money';
import { createContext, useContext, useMemo } from 'react';

export type Money = { amount: MinorUnits; currency: string };

/** How the reader writes numbers (the browser's language), where the company's days begin, what its tax is called. */
export type Place = { locale: string; timeZone: string; taxLabel: string };

export const PlaceContext = createContext<Place>({ locale: 'en', timeZone: 'UTC', taxLabel: 'Tax' });

/** A date without a time is the same day everywhere, so it is put on paper in UTC, never moved into a zone. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

const percentOf = (rate: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }).format(rate / 100_000);

const quantityOf = (quantity: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(quantity / 1000);

export function formatIn({ locale, timeZone, taxLabel }: Place) {
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
  const localDay = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
  const instant = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const exact = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'long' });
  // the one locale that writes days as YYYY-MM-DD
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return {
    taxLabel,
    money: (money: Money) => formatAmount(money, locale),
    percent: (rate: number) => percentOf(rate, locale),
    quantity: (quantity: number) => quantityOf(quantity, locale),
    day: (date: string) => day.format(noon(date)),
    dayOf: (at: string) => localDay.format(new Date(at)),
    instant: (at: string) => instant.format(new Date(at)),
    exact: (at: string) => exact.format(new Date(at)),
    today: () => localDate(iso.format(new Date())),
  };
}

export type Format = ReturnType<typeof formatIn>;

export function useFormat(): Format {
  const place = useContext(PlaceContext);
  return useMemo(() => formatIn(place), [place]);
}
