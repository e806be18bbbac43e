import { bankAccountProblem, noBankAccount, tidyBankAccount } from '@countersign/api/domain/bank-account';
import { isQrIban, printedIban, readBic, readIban } from '@countersign/api/domain/payment-qr/iban';
import {
  isQrReference,
  isRfReference,
  printedQrReference,
  qrReference,
  rfReference,
} from '@countersign/api/domain/payment-qr/references';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('account numbers', () => {
  // Examples of the IBAN registry and of the Swiss guidelines.
  test.each([
    'DE89 3704 0044 0532 0130 00',
    'GB29 NWBK 6016 1331 9268 19',
    'FR14 2004 1010 0505 0001 3M02 606',
    'BE72 0000 0000 1616',
    'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
    'NO93 8601 1117 947',
    'CH93 0076 2011 6238 5295 7',
    'ch44 3199 9123 0008 8901 2',
    'CH64 3196 1000 0044 2155 7',
  ])('%s is one', (text) => {
    const iban = readIban(text);
    expect(iban).toBe(text.replaceAll(' ', '').toUpperCase());
    expect(printedIban(iban ?? '')).toBe(text.toUpperCase());
  });

  test('with one sign changed, or two neighbours swapped, it is none', () => {
    const good = 'DE89370400440532013000';
    for (let at = 4; at < good.length; at += 1) {
      const digit = String((Number(good[at]) + 1) % 10);
      expect(readIban(good.slice(0, at) + digit + good.slice(at + 1))).toBeNull();
      const swapped = good.slice(0, at) + (good[at + 1] ?? '') + (good[at] ?? '') + good.slice(at + 2);
      if (swapped !== good) expect(readIban(swapped)).toBeNull();
    }
  });

  test.each([
    '',
    'DE',
    'XX89370400440532013000',
    'DE8937040044053201300',
    '4111111111111111',
    'DE89370400440532013000\nX',
  ])('%j is none', (text) => expect(readIban(text)).toBeNull());

  test('an account that takes QR references is known by its bank', () => {
    expect(isQrIban('CH4431999123000889012')).toBe(true);
    expect(isQrIban('LI2130000012345678901')).toBe(true);
    expect(isQrIban('CH9300762011623852957')).toBe(false);
    expect(isQrIban('DE89310400440532013000')).toBe(false);
  });

  test('a bank has 8 or 11 signs', () => {
    expect(readBic('bfswde33 ber')).toBe('BFSWDE33BER');
    expect(readBic('BPOTBEB1')).toBe('BPOTBEB1');
    expect([readBic('BPOTBEB'), readBic('12OTBEB1'), readBic('')]).toEqual([null, null, null]);
  });
});

describe('references', () => {
  test('ISO 11649: the examples of the standard and of the Swiss guidelines', () => {
    expect(rfReference('539007547034')).toBe('RF18539007547034');
    expect(isRfReference('RF18539007547034')).toBe(true);
    expect(isRfReference('RF18539007547035')).toBe(false);
    expect(rfReference('INV-2026-0001')).toMatch(/^RF\d\dINV20260001$/);
    expect(rfReference('A'.repeat(22))).toBeNull();
    expect(rfReference('Ä')).toBeNull();
  });

  test('QR references: the examples of the Swiss guidelines', () => {
    for (const known of [
      '210000000003139471430009017',
      '000008207791225857421286694',
      '000003701588132583136809972',
    ]) {
      expect(qrReference(known.slice(0, 26))).toBe(known);
      expect(isQrReference(known)).toBe(true);
    }
    expect(isQrReference('210000000003139471430009018')).toBe(false);
    expect(isQrReference('000000000000000000000000000')).toBe(false);
    expect(printedQrReference('210000000003139471430009017')).toBe('21 00000 00003 13947 14300 09017');
    expect(qrReference('INV')).toBeNull();
  });

  test('what is made is right, and a changed digit is found', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,21}$/), (body) => isRfReference(rfReference(body) ?? '')),
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{0,25}[1-9]$/),
        fc.nat(25),
        fc.integer({ min: 1, max: 9 }),
        (body, at, by) => {
          const reference = qrReference(body) ?? '';
          expect(isQrReference(reference)).toBe(true);
          const changed = String((Number(reference[at]) + by) % 10);
          expect(isQrReference(reference.slice(0, at) + changed + reference.slice(at + 1))).toBe(false);
        },
      ),
    );
  });
});

describe('the account of the company', () => {
  test('is kept in capitals and without spaces', () => {
    const kept = tidyBankAccount({
      ...noBankAccount,
      ...{
        holder: ' Seefeld Atelier AG ',
        iban: 'ch93 0076 2011 6238 5295 7',
        bic: 'poFICHBE',
        country: 'ch',
        payNow: '9123 4567',
      },
    });
    expect(kept).toMatchObject({
      holder: 'Seefeld Atelier AG',
      iban: 'CH9300762011623852957',
      bic: 'POFICHBE',
    });
    expect(kept).toMatchObject({ country: 'CH', payNow: '+6591234567' });
    expect(bankAccountProblem(kept)).toBeNull();
    expect(bankAccountProblem(noBankAccount)).toBeNull();
  });

  test.each([
    ['iban', { iban: 'CH9300762011623852958' }],
    ['bic', { bic: 'POFI' }],
    ['country', { country: 'Switzerland' }],
    ['payNow', { payNow: '12' }],
    ['holder', { holder: '', iban: 'CH9300762011623852957' }],
    ['town', { town: 'x'.repeat(36) }],
  ])('names the field that is wrong: %s', (field, change) => {
    expect(
      bankAccountProblem(tidyBankAccount({ ...noBankAccount, holder: 'Seefeld', ...change })),
    ).toMatchObject({
      code: 'INPUT_INVALID',
      field,
    });
  });
});
