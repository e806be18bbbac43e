import type { Ctx } from '../context.ts';
import type { Usual } from '../domain/bank/column-mapping.ts';
import { bankAccountOf } from '../settings/payment-settings.ts';

/** What a table most likely means where it says nothing: the company's currency, its account, and the days of its country. */
export const usualOf = ({ company }: Ctx): Usual => ({
  dayOrder: company.locale === 'en-US' ? 'MDY' : 'DMY',
  currency: company.currency,
  account: bankAccountOf(company)?.iban ?? '',
});
