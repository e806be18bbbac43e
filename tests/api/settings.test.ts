import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { readCompany, updateCompany } from '../support/operations.ts';

const settings = {
  name: 'Harbour & Pine Web Studio',
  address: ['1 Wharf Road', 'Sydney NSW 2000'],
  email: 'hello@harbourpine.example',
  phone: '+61 2 5550 1234',
  taxNumber: 'ABN 12 345 678 901',
  taxLabel: 'GST',
  defaultTaxRate: 10_000,
  pricesIncludeTax: true,
  paymentTermsDays: 14,
  quoteValidityDays: 30,
  quoteTerms: 'Due in *14* days.',
  bankDetails: ['BSB: 062-000', 'Account: 1234 5678'],
  colour: '#aa3300',
};

describe.each(databases)('settings on %s', (kind) => {
  const office = companyOn(kind);
  const read = async () =>
    office().make<{ version: number }>(readCompany, {}, await office().as('BOOKKEEPER'));
  const update = async (changes: object = {}) => {
    const { version } = await read();
    return office().run(
      updateCompany,
      { input: { version, ...settings, ...changes } },
      await office().as('OWNER'),
    );
  };

  test('changes all settings at once and counts the version up', async () => {
    const { version } = await read();
    const now = {
      ...settings,
      version: version + 1,
      logoUrl: null,
      currency: 'AUD',
      timeZone: 'Australia/Sydney',
    };
    expect(await update()).toEqual({ __typename: 'Company', ...now });
    expect(await read()).toEqual(now);
  });

  test('keeps texts without outer spaces and lists without empty lines', async () => {
    const typed = {
      name: ' Harbour ',
      email: ' Hello@HarbourPine.Example ',
      address: [' 1 Wharf Road ', '  '],
      bankDetails: ['', ' '],
    };
    expect(await update(typed)).toMatchObject({
      name: 'Harbour',
      email: 'Hello@harbourpine.example',
      address: ['1 Wharf Road'],
      bankDetails: [],
    });
  });

  test('turns a change of an older version down and changes nothing', async () => {
    const { version } = await read();
    await update({ name: 'First' });
    expect(await update({ version, name: 'Second' })).toEqual({ fault: 'CONFLICT' });
    expect(await read()).toMatchObject({ name: 'First', version: version + 1 });
  });

  test('EV-07: keeps for how many years records stay, until somebody says another number', async () => {
    const years = async () =>
      (await office().rows<{ years: number }>('select retention_years as years from company'))[0]?.years;
    expect(await years()).toBe(10);
    await update({ retentionYears: 7 });
    await update({ name: 'Another' });
    expect(await years()).toBe(7);
  });

  test.each<[object, string]>([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ address: Array<string>(7).fill('x') }, 'address'],
    [{ email: 'nobody' }, 'email'],
    [{ phone: '1'.repeat(51) }, 'phone'],
    [{ taxNumber: '1'.repeat(101) }, 'taxNumber'],
    [{ taxLabel: '' }, 'taxLabel'],
    [{ taxLabel: 'x'.repeat(21) }, 'taxLabel'],
    [{ defaultTaxRate: -1 }, 'defaultTaxRate'],
    [{ defaultTaxRate: 100_001 }, 'defaultTaxRate'],
    [{ paymentTermsDays: 366 }, 'paymentTermsDays'],
    [{ quoteValidityDays: 0 }, 'quoteValidityDays'],
    [{ quoteValidityDays: 366 }, 'quoteValidityDays'],
    [{ retentionYears: -1 }, 'retentionYears'],
    [{ retentionYears: 31 }, 'retentionYears'],
    [{ quoteTerms: 'x'.repeat(20_001) }, 'quoteTerms'],
    [{ bankDetails: Array<string>(9).fill('x') }, 'bankDetails'],
    [{ colour: '#fff' }, 'colour'],
    [{ colour: 'red' }, 'colour'],
  ])('refuses %.40j and names the field %s', async (changes, field) => {
    expect(await update(changes)).toMatchObject({ __typename: 'Refusal', code: 'INPUT_INVALID', field });
  });
});
