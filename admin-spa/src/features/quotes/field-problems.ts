import { isLocalDate } from '@countersign/api/domain/local-date';
import { amountOf, parseThousandths } from '../../ui/entry.ts';
import { isBlank, type QuoteForm } from './quote-form.ts';

/** What is wrong with what stands in a field; true when nothing is. */
export type Check = (value: string, form: QuoteForm) => true | string;

export const required =
  (sentence: string): Check =>
  (value) =>
    value.trim() !== '' || sentence;

/** The checks of one line are off while the line is blank, since it is left out then. */
export const inLine =
  (index: number, check: Check): Check =>
  (value, form) =>
    isBlank(form.lines[index]) || check(value, form);

export const quantity: Check = (value) => {
  const read = parseThousandths(value);
  if (read === null) return 'A number such as 1.5.';
  return (read > 0 && read <= 1_000_000_000) || 'More than 0, at most 1,000,000.';
};

export const price =
  (currency: string): Check =>
  (value) => {
    const read = amountOf(value, currency);
    if (read === null) return 'An amount such as 3,299.00.';
    return read >= 0 || 'Zero or more.';
  };

export const taxRate: Check = (value) => {
  const read = parseThousandths(value);
  return (read !== null && read <= 100_000) || '0 to 100.';
};

export const share: Check = (value) => {
  const read = parseThousandths(value);
  return (read !== null && read > 0 && read <= 100_000) || 'More than 0, at most 100.';
};

export const day =
  (today: string): Check =>
  (value) => {
    if (!isLocalDate(value)) return 'Choose a day.';
    return value >= today || 'Today or later.';
  };

export const termDays: Check = (value) =>
  value.trim() === '' ||
  (/^\d{1,3}$/.test(value.trim()) && Number(value) <= 365) ||
  '0 to 365 days, or empty.';
