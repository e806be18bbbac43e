import { linesOf } from '../../ui/customer-entry.ts';
import { parseThousandths } from '../../ui/entry.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

export function readCompany(form: FormData) {
  return {
    name: text(form, 'name'),
    address: linesOf(text(form, 'address')),
    email: text(form, 'email'),
    phone: text(form, 'phone'),
    taxNumber: text(form, 'taxNumber'),
    taxLabel: text(form, 'taxLabel'),
    defaultTaxRate: parseThousandths(text(form, 'defaultTaxRate')),
    pricesIncludeTax: form.get('pricesIncludeTax') === 'on',
    paymentTermsDays: Number(text(form, 'paymentTermsDays') || Number.NaN),
    quoteValidityDays: Number(text(form, 'quoteValidityDays') || Number.NaN),
    quoteTerms: text(form, 'quoteTerms'),
    bankDetails: linesOf(text(form, 'bankDetails')),
    colour: text(form, 'colour'),
    retentionYears: Number(text(form, 'retentionYears') || Number.NaN),
  };
}

type Entry = ReturnType<typeof readCompany>;

const isBetween = (days: number, least: number) => Number.isInteger(days) && days >= least && days <= 365;

const isYears = (years: number) => Number.isInteger(years) && years >= 0 && years <= 30;

export function companyProblems(entry: Entry): Partial<Record<keyof Entry, string>> {
  const { defaultTaxRate: rate } = entry;
  return {
    ...(entry.name === '' && { name: 'Customers have to know who writes to them.' }),
    ...(!/^[^\s@]+@[^\s@]+$/.test(entry.email) && { email: 'Write one e-mail address.' }),
    ...(entry.address.length > 6 && { address: 'At most six lines.' }),
    ...(entry.taxLabel === '' && { taxLabel: 'What the tax is called, such as GST.' }),
    ...((rate === null || rate > 100_000) && { defaultTaxRate: '0 to 100, at most three decimals.' }),
    ...(!isBetween(entry.paymentTermsDays, 0) && { paymentTermsDays: '0 to 365 days.' }),
    ...(!isBetween(entry.quoteValidityDays, 1) && { quoteValidityDays: '1 to 365 days.' }),
    ...(!isYears(entry.retentionYears) && { retentionYears: '0 to 30 years.' }),
    ...(entry.bankDetails.length > 8 && { bankDetails: 'At most eight lines.' }),
  };
}
