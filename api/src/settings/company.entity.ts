import { defineEntity, p } from '@mikro-orm/core';

const CompanySchema = defineEntity({
  name: 'Company',
  properties: {
    /** There is one row, `1`. */
    id: p.integer().primary().autoincrement(false),
    version: p.integer().version(),
    name: p.text(),
    address: p.text(),
    email: p.text(),
    phone: p.text(),
    taxNumber: p.text(),
    taxLabel: p.text(),
    defaultTaxRate: p.integer(),
    /** 0 or 1: a number reads the same on both databases. */
    pricesIncludeTax: p.integer(),
    currency: p.text(),
    /** How documents and mails write amounts and days: `en-AU`. */
    locale: p.text(),
    timeZone: p.text(),
    paymentTermsDays: p.integer(),
    quoteValidityDays: p.integer(),
    quoteTerms: p.text(),
    bankDetails: p.text(),
  },
});
export class Company extends CompanySchema.class {}
CompanySchema.setClass(Company);
