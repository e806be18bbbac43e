import type { Instance } from '../context.ts';
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
};

export const newCompany = ({ db }: Instance, settings: Partial<typeof plainCompany> = {}): Promise<void> =>
  db.transaction(async ({ em }) => {
    em.create(Company, { ...plainCompany, ...settings });
    await em.flush();
  });
