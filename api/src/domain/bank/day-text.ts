/**
 * Days as banks write them: `2026-11-24`, `20261124`, `24.11.2026`, `24/11/26`, `11/24/2026` and `24 Nov 2026`, with or without a
 * time behind them. Whether `03/04/2026` is in March or in April is told by the other days of the column; when no day tells,
 * the order of the company's country is taken and the person sees it before anything is imported.
 */
import { isLocalDate, type LocalDate } from '../local-date.ts';

/** In which order a day is written. */
export const dayOrders = ['YMD', 'DMY', 'MDY'] as const;

/** One of the orders. */
export type DayOrder = (typeof dayOrders)[number];

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day, or null when the text is none in this order. */
export function readDay(text: string, order: DayOrder): LocalDate | null {
  const [year, month, day] = partsOf(text.trim(), order) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const full = year.length === 2 ? `20${year}` : year;
  if (full.length !== 4) return null;
  const written = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(written) ? written : null;
}

type Parts = readonly [year: string, month: string, day: string];

function partsOf(text: string, order: DayOrder): Parts | null {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:$|[T\d[.])/.exec(text);
  if (compact !== null)
    return order === 'YMD' ? [compact[1] ?? '', compact[2] ?? '', compact[3] ?? ''] : null;
  const named = /^(\d{1,2})[-. /]+([a-z]{3})[a-z]*\.?[-., /]+(\d{4}|\d{2})(?!\d)/i.exec(text);
  if (named !== null) {
    const month = monthNames.indexOf((named[2] ?? '').toLowerCase()) + 1;
    return month === 0 || order === 'YMD' ? null : [named[3] ?? '', String(month), named[1] ?? ''];
  }
  const found = /^(\d{1,4})([-./ ])(\d{1,2})\2(\d{1,4})(?:$|[T ,])/.exec(text);
  if (found === null) return null;
  const [, first = '', , second = '', third = ''] = found;
  if (order === 'YMD') return first.length === 4 && third.length <= 2 ? [first, second, third] : null;
  if (first.length > 2) return null;
  return order === 'DMY' ? [third, second, first] : [third, first, second];
}

/** The order that reads most of the days; `usual` when two read as many. */
export function guessDayOrder(samples: readonly string[], usual: DayOrder): DayOrder {
  const reads = (order: DayOrder) => samples.filter((text) => readDay(text, order) !== null).length;
  const preferred: DayOrder[] = [usual, ...dayOrders.filter((order) => order !== usual)];
  return preferred.reduce((best, order) => (reads(order) > reads(best) ? order : best));
}
