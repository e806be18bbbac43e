/**
 * The numbers that documents carry. The first quote for Acme is `QT-ACME01-0001-1`, and `QT-ACME01-0001-2` after a revision;
 * the 42nd invoice of 2026 is `INV-2026-0042` and its receipt could be `RC-2026-0040`. The 10,000th invoice of a year is
 * `INV-2026-10000`: numbers grow, they never start again within their series.
 */
import type { LocalDate } from './local-date.ts';

const ordinal = (n: number): string => {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`not a number to count with: ${n}`);
  return String(n);
};

const fourDigits = (n: number): string => ordinal(n).padStart(4, '0');

/** The number of a quote: the customer's prefix, the customer's how manieth quote, its how manieth revision (from 1). */
export const quoteNumber = (prefix: string, sequence: number, revision: number): string =>
  `QT-${prefix}-${fourDigits(sequence)}-${ordinal(revision)}`;

/** The series of the invoices of a year, by the day of issue in the company's time zone. */
export const invoiceSeries = (issueDate: LocalDate): string => `INV-${issueDate.slice(0, 4)}`;

/** The series of the credit notes of a year. */
export const creditNoteSeries = (issueDate: LocalDate): string => `CN-${issueDate.slice(0, 4)}`;

/** The series of the receipts of a year. */
export const receiptSeries = (date: LocalDate): string => `RC-${date.slice(0, 4)}`;

/** The n-th number of a series, with at least four digits. */
export const serialNumber = (series: string, n: number): string => `${series}-${fourDigits(n)}`;

const longestPrefix = 12;

/**
 * A prefix made from a customer's name: as many whole words as fit into 12 capitals and digits, accents dropped. `Silva Dental`
 * makes SILVADENTAL, `Harbour & Pine Web Studio` makes HARBOURPINE; a name without any such letter makes CLIENT.
 */
export function prefixFrom(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[\s\p{Pd}/&]+/u)
    .map((word) => word.replace(/[^A-Z0-9]/g, ''))
    .filter((word) => word !== '');
  let prefix = words[0]?.slice(0, longestPrefix) ?? 'CLIENT';
  for (const word of words.slice(1)) {
    if (prefix.length + word.length > longestPrefix) break;
    prefix += word;
  }
  return prefix.length < 2 ? `${prefix}0` : prefix;
}
