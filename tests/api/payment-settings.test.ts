import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { readPaymentSettings, updatePaymentSettings } from '../support/operations.ts';

const nothing = {
  ...{ holder: '', iban: '', bic: '', street: '', houseNumber: '' },
  ...{ postalCode: '', town: '', country: '', payNow: '' },
};

describe.each(databases)('settings of payments on %s', (kind) => {
  const office = companyOn(kind);
  const read = async () =>
    office().make<{ version: number; paymentSettings: object }>(
      readPaymentSettings,
      {},
      await office().as('BOOKKEEPER'),
    );
  const update = async (bankAccount: object, more: object = {}, role: 'OWNER' | 'MANAGER' = 'OWNER') => {
    const { version } = await read();
    const input = { version, bankAccount: { ...nothing, ...bankAccount }, claimPauseDays: 7, ...more };
    return office().run(updatePaymentSettings, { input }, await office().as(role));
  };

  test('begin with no account, no limit and a week of silence', async () => {
    expect(await read()).toMatchObject({
      paymentSettings: { bankAccount: nothing, refundLimit: null, claimPauseDays: 7, paymentQr: null },
    });
  });

  test('keep an account tidy, and count the version up', async () => {
    const { version } = await read();
    const typed = { holder: ' Seefeld Atelier AG ', iban: 'ch93 0076 2011 6238 5295 7', country: 'ch' };
    expect(await update(typed, { refundLimit: 50_000, claimPauseDays: 3 })).toMatchObject({
      __typename: 'Company',
      version: version + 1,
      paymentSettings: {
        bankAccount: {
          ...nothing,
          holder: 'Seefeld Atelier AG',
          iban: 'CH9300762011623852957',
          country: 'CH',
        },
        refundLimit: { amount: 50_000, currency: 'AUD' },
        claimPauseDays: 3,
        // No standard moves Australian dollars.
        paymentQr: null,
      },
    });
  });

  test('who changed where the money goes, from what to what, is in the history', async () => {
    await update({ holder: 'Harbour & Pine', iban: 'DE89370400440532013000' });
    const [entry] = await office().rows<{ action: string; actor: string; facts: string }>(
      `select action, actor, facts from audit where action = 'company.bankAccountChanged' order by id desc limit 1`,
    );
    expect(entry).toMatchObject({ action: 'company.bankAccountChanged', actor: 'The owner' });
    expect(entry?.facts).toContain('CH9300762011623852957');
    expect(entry?.facts).toContain('DE89370400440532013000');
  });

  test.each<[string, object, object, string]>([
    ['an IBAN with a wrong digit', { iban: 'DE89370400440532013001', holder: 'H' }, {}, 'bankAccount.iban'],
    ['an IBAN of nobody', { iban: 'DE89370400440532013000' }, {}, 'bankAccount.holder'],
    ['a BIC that is none', { bic: 'ABC' }, {}, 'bankAccount.bic'],
    ['a country in words', { country: 'Germany' }, {}, 'bankAccount.country'],
    ['a limit of nothing', {}, { refundLimit: 0 }, 'refundLimit'],
    ['a silence of a year', {}, { claimPauseDays: 365 }, 'claimPauseDays'],
  ])('refuse %s', async (_what, account, more, field) => {
    const before = await read();
    expect(await update(account, more)).toMatchObject({ code: 'INPUT_INVALID', field });
    expect(await read()).toEqual(before);
  });

  test('of two who have the settings open, the second is told; a manager changes nothing', async () => {
    const { version } = await read();
    const input = { version: version - 1, bankAccount: nothing, claimPauseDays: 7 };
    expect(await office().run(updatePaymentSettings, { input }, await office().as('OWNER'))).toEqual({
      fault: 'CONFLICT',
    });
    expect(await update({}, {}, 'MANAGER')).toEqual({ fault: 'FORBIDDEN' });
  });

  test('an empty account is none', async () => {
    expect(await update({})).toMatchObject({ paymentSettings: { bankAccount: nothing, paymentQr: null } });
    expect(await office().rows('select bank_account from company')).toEqual([{ bank_account: null }]);
  });
});
