import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { portalInvoice, readPaymentSettings, updatePaymentSettings } from '../support/operations.ts';
import { drawn, scanned } from '../support/scan.ts';

type Field = { label: string; value: string; copy: string };
type Qr = { standard: string; label: string; path: string; size: number };
type Seen = {
  methods: string[];
  bankDetails: string[];
  transfer: { reference: string; fields: Field[]; paymentQr: Qr | null } | null;
};

const account = {
  ...{ holder: 'Seefeld Atelier AG', iban: 'CH4431999123000889012', bic: '', street: 'Seefeldstrasse' },
  ...{ houseNumber: '12', postalCode: '8008', town: 'Zürich', country: 'CH', payNow: '' },
};

describe.each(databases)('paying by transfer on %s', (kind) => {
  const office = companyOn(kind);
  const put = async (bankAccount: object) => {
    const owner = await office().as('OWNER');
    const { version } = await office().make<{ version: number }>(readPaymentSettings, {}, owner);
    const input = { version, bankAccount: { ...account, ...bankAccount }, claimPauseDays: 7 };
    await office().make(updatePaymentSettings, { input }, owner);
  };
  const see = (link: { link: string }) => office().make<Seen>(portalInvoice, {}, link);
  const inCurrency = async (currency: string) => {
    const { id } = await office().customer({ currency });
    return office().signedQuote({}, {}, id);
  };

  test('without an account there are lines of text, amount and reference, and no code', async () => {
    const quote = await office().signedQuote();
    expect(await see(quote.link)).toMatchObject({
      bankDetails: ['BSB: 062-000', 'Account: 1234 5678'],
      transfer: {
        reference: quote.invoice.number,
        fields: [
          { label: 'Amount', value: '$1,124.70', copy: '1124.70' },
          { label: 'Reference', value: quote.invoice.number, copy: quote.invoice.number },
        ],
        paymentQr: null,
      },
    });
  });

  test('the fields are for people to read and for forms to take, and the code says the same', async () => {
    await put({});
    const quote = await inCurrency('CHF');
    const { transfer } = await see(quote.link);
    expect(transfer?.fields.slice(0, 3)).toEqual([
      { label: 'Account holder', value: 'Seefeld Atelier AG', copy: 'Seefeld Atelier AG' },
      { label: 'IBAN', value: 'CH44 3199 9123 0008 8901 2', copy: 'CH4431999123000889012' },
      { label: 'Amount', value: expect.stringMatching(/^CHF.1,124\.70$/), copy: '1124.70' },
    ]);
    const reference = transfer?.fields.at(-1);
    expect(reference?.copy).toMatch(/^0{18}2026000\d{2}$/);
    expect(reference?.value.replaceAll(' ', '')).toBe(reference?.copy);
    expect(transfer?.paymentQr).toMatchObject({
      standard: 'SWISS_QR',
      label: expect.stringContaining('1,124.70 to Seefeld Atelier AG'),
    });
    const lines = (await read(transfer?.paymentQr)).split('\n');
    expect(lines.slice(3, 11)).toEqual([
      'CH4431999123000889012',
      'S',
      'Seefeld Atelier AG',
      'Seefeldstrasse',
      '12',
      '8008',
      'Zürich',
      'CH',
    ]);
    expect(lines.slice(18, 20)).toEqual(['1124.70', 'CHF']);
    expect(lines.slice(27, 30)).toEqual(['QRR', reference?.copy, quote.invoice.number]);
  });

  test('an invoice keeps the account that it was issued with', async () => {
    await put({});
    const quote = await inCurrency('CHF');
    await put({ iban: 'DE89370400440532013000', holder: 'Somebody else' });
    const { transfer } = await see(quote.link);
    expect(transfer?.fields[1]?.copy).toBe('CH4431999123000889012');
    const later = await inCurrency('EUR');
    const after = (await see(later.link)).transfer;
    expect(after?.paymentQr?.standard).toBe('EPC');
    expect(await read(after?.paymentQr)).toBe(
      `BCD\n002\n1\nSCT\n\nSomebody else\nDE89370400440532013000\nEUR1124.70\n\n\n${later.invoice.number}`,
    );
  });

  test('a code asks for what is still open', async () => {
    await put({ iban: 'DE89370400440532013000' });
    const quote = await inCurrency('EUR');
    await office().tamper(
      `update invoice set paid = 100000, balance = 12470, status = 'PARTIALLY_PAID' where id = '${quote.invoice.id}'`,
    );
    expect(await read((await see(quote.link)).transfer?.paymentQr)).toContain('\nEUR124.70\n');
    await office().tamper(
      `update invoice set paid = 0, balance = 112470, status = 'OPEN' where id = '${quote.invoice.id}'`,
    );
  });

  test('where no standard moves the currency there is no code', async () => {
    await put({});
    const quote = await inCurrency('USD');
    const { transfer } = await see(quote.link);
    expect(transfer).toMatchObject({ reference: quote.invoice.number, paymentQr: null });
    expect(transfer?.fields.map(({ label }) => label)).toEqual([
      'Account holder',
      'IBAN',
      'Amount',
      'Reference',
    ]);
  });

  test('an account is enough to offer transfers, and Singapore has PayNow', async () => {
    await office().tamper(`update company set bank_details = '[]'`);
    await put({ iban: '', payNow: '201403121W', holder: 'Kopi Pte Ltd' });
    const quote = await inCurrency('SGD');
    const { methods, transfer } = await see(quote.link);
    expect(methods).toContain('BANK_TRANSFER');
    expect(transfer?.fields[1]).toEqual({ label: 'PayNow UEN', value: '201403121W', copy: '201403121W' });
    expect(await read(transfer?.paymentQr)).toContain('54071124.70');
    await office().tamper(`update company set bank_details = '["BSB: 062-000"]', bank_account = null`);
  });
});

/** What a bank's app sees. */
async function read(qr: Qr | null | undefined): Promise<string> {
  if (qr == null) throw new Error('no code');
  return (await scanned(drawn(qr, 700))) ?? 'unreadable';
}
