import { describe, expect, it } from 'vitest';
import {
  blankFreeLine,
  type FreeForm,
  freeFormOf,
  freeInput,
  type FreeLine,
  freeProblems,
  freeTotals,
} from '../../admin-spa/src/features/invoices/free/free-form.ts';
import { ratesOf } from '../../admin-spa/src/features/invoices/free/free-rates.ts';
import {
  paymentSettingsProblems,
  readPaymentSettings,
} from '../../admin-spa/src/features/settings/payment-settings-entry.ts';

const line = (changes: Partial<FreeLine> = {}): FreeLine => ({
  ...blankFreeLine('STANDARD:10000'),
  id: 'a',
  description: 'Hours on site',
  quantity: '3.5',
  unit: 'h',
  unitPrice: '120.00',
  ...changes,
});
const form = (changes: Partial<FreeForm> = {}): FreeForm => ({
  subject: 'Emergency repair',
  pricesIncludeTax: false,
  termsDays: '',
  termsNote: '',
  lines: [line()],
  ...changes,
});

describe('a free invoice as it is typed', () => {
  it('is sent in thousandths and minor units, without the rows that were never filled in', () => {
    const typed = form({ lines: [line({ discount: '10 %' }), blankFreeLine('STANDARD:10000')] });
    expect(freeInput(typed, 'AUD')).toEqual({
      subject: 'Emergency repair',
      pricesIncludeTax: false,
      paymentTermsDays: null,
      termsNote: null,
      lines: [
        {
          description: 'Hours on site',
          quantity: 3500,
          unit: 'h',
          unitPrice: 12_000,
          discount: { percent: 10_000, amount: null },
          taxTreatment: 'STANDARD',
          taxRate: 10_000,
        },
      ],
    });
  });

  it('comes to what the server’s arithmetic says, with the tax inside or on top', () => {
    const { net, tax, gross } = freeTotals(form(), 'AUD', 'DOCUMENT') ?? {};
    expect([net, tax, gross]).toEqual([42_000, 4_200, 46_200]);
    const inside = freeTotals(form({ pricesIncludeTax: true }), 'AUD', 'DOCUMENT');
    expect([inside?.net, inside?.gross]).toEqual([38_182, 42_000]);
    const exempt = freeTotals(form({ lines: [line({ tax: 'EXEMPT:0' })] }), 'AUD', 'LINE');
    expect([exempt?.tax, exempt?.gross]).toEqual([0, 42_000]);
  });

  it('says that amounts are too large instead of counting wrong', () => {
    const huge = line({ quantity: '1000000', unitPrice: '90000000000' });
    expect(freeTotals(form({ lines: [huge] }), 'AUD', 'DOCUMENT')).toBeNull();
  });

  it('can be sent when every field is right, and names the fields that are not', () => {
    expect(freeProblems(form(), 'AUD')).toEqual({});
    const wrong = line({ description: '', quantity: '0', unitPrice: 'x', discount: '200 %' });
    expect(Object.keys(freeProblems(form({ subject: ' ', lines: [wrong] }), 'AUD'))).toEqual([
      'subject',
      'a.description',
      'a.quantity',
      'a.unitPrice',
      'a.discount',
    ]);
    const empty = { ...blankFreeLine('STANDARD:10000'), id: 'b' };
    expect(Object.keys(freeProblems(form({ lines: [empty] }), 'AUD'))).toEqual(['b.description']);
  });

  it('asks why the terms differ, and for a number of days', () => {
    expect(Object.keys(freeProblems(form({ termsDays: '30' }), 'AUD'))).toEqual(['termsNote']);
    expect(Object.keys(freeProblems(form({ termsDays: '400', termsNote: 'x' }), 'AUD'))).toEqual([
      'termsDays',
    ]);
    const agreed = freeInput(form({ termsDays: '30', termsNote: ' With Ana ' }), 'AUD');
    expect([agreed.paymentTermsDays, agreed.termsNote]).toEqual([30, 'With Ana']);
  });

  it('is the same again when it is read back for editing', () => {
    const sent = freeInput(form({ lines: [line({ discount: '10 %' })] }), 'AUD');
    const money = (amount: number) => ({ amount: amount as never, currency: 'AUD' });
    const back = freeFormOf({
      id: 'i',
      contentHash: 'h',
      actions: [],
      subject: sent.subject,
      pricesIncludeTax: sent.pricesIncludeTax,
      paymentTermsDays: 14,
      termsNote: null,
      customer: { id: 'c', name: 'Silva Dental', paymentTermsDays: null },
      balance: { currency: 'AUD' },
      lines: sent.lines.map(({ unitPrice, ...rest }) => ({
        ...rest,
        quantity: rest.quantity,
        unitPrice: money(unitPrice),
        discount: { percent: 10_000, amount: null },
        net: money(0),
        tax: money(0),
        gross: money(0),
      })),
    });
    expect(freeInput(back, 'AUD')).toEqual(sent);
  });

  it('offers the rates that it uses, lowest first and each once', () => {
    expect(ratesOf(['STANDARD:10000', 'EXEMPT:0', 'STANDARD:5000', 'STANDARD:10000'])).toEqual([
      5000, 10_000,
    ]);
  });
});

describe('the settings of payments', () => {
  const read = (entries: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ claimPauseDays: '7', ...entries })) data.set(name, value);
    const entry = readPaymentSettings(data, 'AUD');
    return { entry, problems: Object.keys(paymentSettingsProblems(entry)) };
  };

  it('are read as they are meant; an empty limit is none', () => {
    const { entry, problems } = read({ refundLimit: '500', holder: ' Harbour & Pine ', iban: 'DE89' });
    expect([entry.refundLimit, entry.claimPauseDays, entry.bankAccount.holder]).toEqual([
      50_000,
      7,
      'Harbour & Pine',
    ]);
    expect(problems).toEqual([]);
    expect(read({}).entry.refundLimit).toBeNull();
  });

  it('name what cannot be meant', () => {
    expect(read({ iban: 'DE89' }).problems).toEqual(['holder']);
    expect(read({ country: 'Switzerland' }).problems).toEqual(['country']);
    expect(read({ refundLimit: '-1' }).problems).toEqual(['refundLimit']);
    expect(read({ refundLimit: 'none' }).problems).toEqual(['refundLimit']);
    expect(read({ claimPauseDays: '31' }).problems).toEqual(['claimPauseDays']);
    expect(read({ claimPauseDays: '' }).problems).toEqual(['claimPauseDays']);
  });
});
