import type { LocalDate } from '@countersign/api/domain/local-date';
import type { Billing } from '../gql/graphql.ts';
import { dayText } from './day.ts';
import { locale } from './locale.ts';

/** What stands behind an amount that is charged again and again. */
export const per: Readonly<Record<Billing, string>> = {
  ONCE: '',
  DAILY: 'per day',
  WEEKLY: 'per week',
  MONTHLY: 'per month',
  QUARTERLY: 'every 3 months',
  YEARLY: 'per year',
};

/** When such amounts begin. */
export const fromWords = (effectiveDate: LocalDate | null): string =>
  effectiveDate ? `from ${dayText(effectiveDate, locale)}` : 'from the day you sign';
