import { useState } from 'react';
import type { SettingsScreenQuery } from '../../gql/graphql.ts';

type Company = SettingsScreenQuery['company'];

/** What each form shows; the logo is kept by itself. */
export const ownOf = {
  company: (company: Company): string =>
    JSON.stringify({ ...company, version: 0, logoUrl: '', quoteSettings: null, paymentSettings: null }),
  quotes: ({ quoteSettings }: Company): string => JSON.stringify(quoteSettings),
  payments: ({ paymentSettings }: Company): string => JSON.stringify(paymentSettings),
} as const;

/**
 * The version on which a form is saved. All forms share one: another form that was saved moves it on, but what somebody else
 * changed in this form has to stop the save, however often it is tried.
 */
export function useVersion(company: Company, own: (company: Company) => string): number {
  const [start] = useState(company);
  return own(company) === own(start) ? company.version : start.version;
}
