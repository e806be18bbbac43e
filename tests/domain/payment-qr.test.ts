import { noBankAccount } from '@countersign/api/domain/bank-account';
import { minor } from '@countersign/api/domain/money';
import { epcPayload } from '@countersign/api/domain/payment-qr/epc';
import { paymentQr, transferReference } from '@countersign/api/domain/payment-qr/payment-qr';
import { checksum, payNowPayload, readPayNowProxy } from '@countersign/api/domain/payment-qr/paynow';
import { swissPayload, type SwissBill } from '@countersign/api/domain/payment-qr/swiss';
import { describe, expect, test } from 'vitest';

const money = (amount: number, currency: string) => ({ amount: minor(amount), currency });

describe('EPC069-12', () => {
  const wikimedia = {
    holder: 'Wikimedia Foerdergesellschaft',
    iban: 'DE33 1002 0500 0001 1947 00',
    bic: 'BFSWDE33BER',
    amount: money(12_345, 'EUR'),
    reference: 'Spende fuer Wikipedia',
  };

  test('the published example, line by line', () => {
    expect(epcPayload(wikimedia)).toBe(
      'BCD\n002\n1\nSCT\nBFSWDE33BER\nWikimedia Foerdergesellschaft\nDE33100205000001194700\nEUR123.45\n\n\nSpende fuer Wikipedia',
    );
  });

  test('a creditor reference stands in its own line, and no text beside it', () => {
    const payload = epcPayload({ ...wikimedia, bic: '', reference: 'RF18539007547034' });
    expect(payload?.split('\n').slice(4)).toEqual([
      '',
      'Wikimedia Foerdergesellschaft',
      'DE33100205000001194700',
      'EUR123.45',
      '',
      'RF18539007547034',
    ]);
  });

  test.each([
    ['no amount', { amount: money(0, 'EUR') }],
    ['more than 999,999,999.99', { amount: money(100_000_000_000, 'EUR') }],
    ['another currency', { amount: money(12_345, 'CHF') }],
    ['an account with a wrong digit', { iban: 'DE33100205000001194701' }],
    ['a bank that is none', { bic: 'BFSW' }],
    ['no holder', { holder: '' }],
    ['a holder of 71 signs', { holder: 'x'.repeat(71) }],
    ['a holder over two lines', { holder: 'Wikimedia\nRF18539007547034' }],
    ['a text of 141 signs', { reference: 'x'.repeat(141) }],
    ['more than fits into the code', { holder: 'ü'.repeat(70), reference: '–'.repeat(140) }],
    ['no reference', { reference: '' }],
    ['an account where no SEPA transfer goes', { iban: 'BR1800360305000010009795493C1' }],
    ['a bank outside the EEA that is not named', { iban: 'GB29NWBK60161331926819', bic: '' }],
    ['an account that takes QR references only', { iban: 'CH4431999123000889012' }],
  ])('%s: no code', (_what, change) => expect(epcPayload({ ...wikimedia, ...change })).toBeNull());

  test('the smallest and the largest amount', () => {
    expect(epcPayload({ ...wikimedia, amount: money(1, 'EUR') })).toContain('\nEUR0.01\n');
    expect(epcPayload({ ...wikimedia, amount: money(99_999_999_999, 'EUR') })).toContain(
      '\nEUR999999999.99\n',
    );
  });
});

describe('Swiss QR-bill', () => {
  const address = (name: string, street: string, postalCode: string, town: string) => ({
    ...{ name, street, houseNumber: '1', postalCode, town, country: 'CH' },
  });
  // Nr. 1 of the test data that SIX publishes.
  const premium: SwissBill = {
    iban: 'CH64 3196 1000 0044 2155 7',
    creditor: address('Health insurance fit&kicking', 'Am Wasser', '3000', 'Bern'),
    amount: money(11_100, 'CHF'),
    debtor: address('Sarah Beispiel', 'Mustergasse', '3600', 'Thun'),
    reference: '000008207791225857421286694',
    message: 'Premium calculation July 2020',
  };

  test('the published example, line by line', () => {
    expect(swissPayload(premium)).toBe(
      'SPC\n0200\n1\nCH6431961000004421557\nS\nHealth insurance fit&kicking\nAm Wasser\n1\n3000\nBern\nCH\n\n\n\n\n\n\n\n111.00\nCHF\n' +
        'S\nSarah Beispiel\nMustergasse\n1\n3600\nThun\nCH\nQRR\n000008207791225857421286694\nPremium calculation July 2020\nEPD',
    );
  });

  test('a creditor reference, none at all, and a payer who is not named', () => {
    const plain = { ...premium, iban: 'CH5800791123000889012' };
    const lines = (bill: SwissBill) => swissPayload(bill)?.split('\n') ?? [];
    expect(lines({ ...plain, reference: 'RF18539007547034' }).slice(27, 29)).toEqual([
      'SCOR',
      'RF18539007547034',
    ]);
    expect(lines({ ...plain, reference: '' }).slice(27, 29)).toEqual(['NON', '']);
    const open = lines({ ...premium, debtor: null });
    expect(open).toHaveLength(31);
    expect(open.slice(20, 28)).toEqual(['', '', '', '', '', '', '', 'QRR']);
  });

  test.each([
    ['a QR-IBAN with a creditor reference', { reference: 'RF18539007547034' }],
    ['a QR-IBAN with no reference', { reference: '' }],
    ['a QR reference for another account', { iban: 'CH9300762011623852957' }],
    ['a QR reference with a wrong digit', { reference: '000008207791225857421286695' }],
    ['an account elsewhere', { iban: 'DE89370400440532013000', reference: '' }],
    ['dollars', { amount: money(11_100, 'USD') }],
    ['no amount', { amount: money(0, 'CHF') }],
    ['more than 999,999,999.99', { amount: money(100_000_000_000, 'CHF') }],
    ['a creditor without a town', { creditor: { ...premium.creditor, town: '' } }],
    ['a creditor without a country', { creditor: { ...premium.creditor, country: '' } }],
    ['a name of 71 signs', { creditor: { ...premium.creditor, name: 'x'.repeat(71) } }],
    ['a message over two lines', { message: 'a\nb' }],
    ['signs that no bank takes', { message: '請求書' }],
    ['a debtor without a postal code', { debtor: { ...premium.creditor, postalCode: '' } }],
  ])('%s: no code', (_what, change) => expect(swissPayload({ ...premium, ...change })).toBeNull());
});

describe('PayNow', () => {
  const demo = {
    proxy: '201403121W',
    holder: 'Demo Merchant',
    amount: money(2550, 'SGD'),
    reference: 'INV-DEMO-001',
    expiry: '20310917',
  };

  test('the checksum: the check value of CRC-16/CCITT-FALSE, and of a code that hangs in a shop', () => {
    expect(checksum('123456789')).toBe('29B1');
    const shop =
      '00020101021126430009SG.PAYNOW010120210T04SS0129D030110502QS51810007SG.SGQR011221073031741D020701.000103066003160402' +
      '010503279060400000708202107305204000053037025802SG5925LOVING HEART MULTI-SERVIC6009Singapore6304';
    expect(checksum(shop)).toBe('A177');
  });

  test('the published examples, of a company and of a mobile number', () => {
    expect(payNowPayload(demo)).toBe(
      '00020101021226490009SG.PAYNOW010120210201403121W03010040820310917520400005303702540525.505802SG5913Demo Merchant6009Singapore62160112INV-DEMO-00163047102',
    );
    expect(payNowPayload({ ...demo, proxy: '+65 9123 4567' })).toBe(
      '00020101021226500009SG.PAYNOW010100211+659123456703010040820310917520400005303702540525.505802SG5913Demo Merchant6009Singapore62160112INV-DEMO-0016304826B',
    );
  });

  test('without an end it says none', () => {
    expect(payNowPayload({ ...demo, expiry: '' })).toContain('26370009SG.PAYNOW010120210201403121W030105204');
  });

  test.each(['T04SS0129D', '53123456A', '201509555BNN1', '9123 4567', '+6581234567'])(
    '%s is a proxy',
    (proxy) => expect(readPayNowProxy(proxy)).not.toBeNull(),
  );

  test.each([
    ['a number of a person', { proxy: 'S1234567D' }],
    ['a landline', { proxy: '+6561234567' }],
    ['nobody', { proxy: '' }],
    ['another currency', { amount: money(2550, 'USD') }],
    ['no amount', { amount: money(0, 'SGD') }],
    ['more digits than there is room for', { amount: money(10_000_000_000_000, 'SGD') }],
    ['a reference of 26 signs', { reference: 'x'.repeat(26) }],
    ['a reference that is not plain', { reference: 'Rechnung für' }],
    ['no reference', { reference: '' }],
    ['a day that is none', { expiry: '2031' }],
  ])('%s: no code', (_what, change) => expect(payNowPayload({ ...demo, ...change })).toBeNull());
});

describe('which code an invoice has', () => {
  const berlin = { ...noBankAccount, holder: 'Kupfer & Kiefer GmbH', iban: 'DE89370400440532013000' };
  const zurich = {
    ...{ ...noBankAccount, holder: 'Seefeld Atelier AG', street: 'Seefeldstrasse', houseNumber: '12' },
    ...{ postalCode: '8008', town: 'Zürich', country: 'CH' },
  };
  const plain = { ...zurich, iban: 'CH9300762011623852957' };
  const qr = { ...zurich, iban: 'CH4431999123000889012' };

  test('follows from the account and the currency', () => {
    expect(paymentQr(berlin, money(112_470, 'EUR'), 'INV-2026-0001')?.standard).toBe('EPC');
    expect(paymentQr(plain, money(112_470, 'CHF'), 'INV-2026-0001')?.standard).toBe('SWISS_QR');
    expect(paymentQr(qr, money(112_470, 'EUR'), 'INV-2026-0001')?.standard).toBe('SWISS_QR');
    const singapore = { ...noBankAccount, holder: 'Kopi Pte Ltd', payNow: '201403121W' };
    expect(paymentQr(singapore, money(112_470, 'SGD'), 'INV-2026-0001')?.standard).toBe('PAYNOW');
  });

  test('is none where no standard fits', () => {
    expect(paymentQr(noBankAccount, money(100, 'EUR'), 'INV-2026-0001')).toBeNull();
    expect(paymentQr(berlin, money(100, 'AUD'), 'INV-2026-0001')).toBeNull();
    // Neither Swiss, without a town, nor SEPA, without a bank outside the EEA.
    expect(paymentQr({ ...plain, town: '' }, money(100, 'EUR'), 'INV-2026-0001')).toBeNull();
    // An account for QR references never gets a transfer without one.
    expect(paymentQr({ ...qr, town: '', bic: 'POFICHBEXXX' }, money(100, 'EUR'), 'INV-2026-0001')).toBeNull();
  });

  test('the reference to copy is the one in the code', () => {
    expect(transferReference(berlin, 'EUR', 'INV-2026-0001')).toBe('INV-2026-0001');
    expect(transferReference(plain, 'CHF', 'INV-2026-0001')).toBe('INV-2026-0001');
    const shown = transferReference(qr, 'CHF', 'INV-2026-0001');
    expect(shown).toMatch(/^00 00000 00000 00000 02026 0001\d$/);
    expect(paymentQr(qr, money(100, 'CHF'), 'INV-2026-0001')?.payload).toContain(
      `QRR\n${shown.replaceAll(' ', '')}\n`,
    );
    expect(transferReference(qr, 'USD', 'INV-2026-0001')).toBe('INV-2026-0001');
  });
});
