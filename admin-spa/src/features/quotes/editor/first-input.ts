import { addDays, type LocalDate } from '@countersign/api/domain/local-date';
import { graphql } from '../../../gql/gql.ts';
import type { QuoteInput, StartCompanyFragment } from '../../../gql/graphql.ts';

graphql(`
  fragment StartCompany on Company {
    pricesIncludeTax
    quoteValidityDays
    quoteTerms
  }
`);

export type StartCompany = StartCompanyFragment;

/** What a draft from nothing says: the company's habits, and everything on signing. */
export const firstInput = (company: StartCompany, title: string, today: LocalDate): QuoteInput => ({
  title,
  scope: '',
  terms: company.quoteTerms,
  pricesIncludeTax: company.pricesIncludeTax,
  taxRounding: null,
  discount: null,
  validUntil: addDays(today, company.quoteValidityDays),
  effectiveDate: null,
  paymentTermsDays: null,
  termsNote: '',
  mailboxProof: null,
  lines: [],
  groups: [],
  options: [],
  stages: [
    {
      // the same words each time, so that trying again is the same request
      id: 'on-signing',
      label: 'Full amount',
      percent: 100_000,
      amount: null,
      due: 'ON_SIGNING',
      dueOn: null,
      paymentTermsDays: null,
      autoIssue: false,
    },
  ],
});
