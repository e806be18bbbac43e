import type { Instance } from '../context.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { TaxRounding } from '../domain/pricing.ts';
import type { MailboxProof } from '../domain/signing-code.ts';
import { Company } from '../settings/company.entity.ts';

/** A company without a face: settings that are safe everywhere, to be completed in the office. */
export const plainCompany = {
  id: 1,
  version: 1,
  name: 'My company',
  address: '[]',
  email: 'office@example.com',
  phone: '',
  taxNumber: '',
  taxLabel: 'Tax',
  defaultTaxRate: 0,
  pricesIncludeTax: 0,
  currency: 'USD',
  locale: 'en',
  timeZone: 'UTC',
  paymentTermsDays: 14,
  quoteValidityDays: 30,
  quoteTerms: '',
  bankDetails: '[]',
  claimPauseDays: 7,
  mailboxProof: 'TYPED' as MailboxProof,
  codeFrom: null as MinorUnits | null,
  taxRounding: 'DOCUMENT' as TaxRounding,
  reverseChargeNote: 'Reverse charge: the tax is accounted for by the customer.',
  exemptNote: 'Exempt from tax.',
  approveNewClients: 0,
  fourEyes: 0,
  staffMaySend: 0,
  quoteFollowUpDays: '[3,7]',
  expiryNoticeDays: 3,
  colour: '#1d5a49',
  retentionYears: 10,
};

export const newCompany = ({ db }: Instance, settings: Partial<typeof plainCompany> = {}): Promise<void> =>
  db.transaction(async ({ em }) => {
    em.create(Company, { ...plainCompany, ...settings });
    await em.flush();
  });
