import { defineEntity, p } from '@mikro-orm/core';
import type { MailboxProof } from '../domain/signing-code.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { TaxRounding } from '../domain/pricing.ts';

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
    /** JSON of BankAccount for payment codes; null when none is set. */
    bankAccount: p.text().nullable(),
    /** From which amount on a second person has to agree to a refund; null for never. */
    refundLimit: p.bigint('number').$type<MinorUnits>().nullable(),
    /** For how many days a claim of the customer silences reminders. */
    claimPauseDays: p.integer(),
    /** How signers prove their mailbox, and from which total on they need a code whatever the rule. */
    mailboxProof: p.text().$type<MailboxProof>(),
    codeFrom: p.bigint('number').$type<MinorUnits>().nullable(),
    taxRounding: p.text().$type<TaxRounding>(),
    reverseChargeNote: p.text(),
    exemptNote: p.text(),
    /** In the company's currency. Null, here and in the next two, switches the rule off. */
    approvalLimit: p.bigint('number').$type<MinorUnits>().nullable(),
    /** Thousandths of a percent. */
    approvalDiscountPercent: p.integer().nullable(),
    approvalTermsDays: p.integer().nullable(),
    approveNewClients: p.integer(),
    fourEyes: p.integer(),
    staffMaySend: p.integer(),
    /** JSON: days after sending on which the customer is reminded. */
    quoteFollowUpDays: p.text(),
    expiryNoticeDays: p.integer().nullable(),
    /** `#rrggbb` in lower case: the accent of documents, mails and the customer's page. */
    colour: p.text(),
    /** For how many years after the end of the year records of a contract are kept. */
    retentionYears: p.integer(),
    /** SHA-256 of the stored picture. */
    logoHash: p.text().nullable(),
  },
});
export class Company extends CompanySchema.class {}
CompanySchema.setClass(Company);
