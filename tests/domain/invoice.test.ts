import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  balance,
  dueDate,
  invoiceOfStage,
  type InvoiceSums,
  invoiceStatuses,
  isOverdue,
  isOwed,
  type StageReduction,
  standingOf,
  statusOf,
} from '../../api/src/domain/invoice.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import type { QuoteSnapshot } from '../../api/src/domain/quote-snapshot.ts';
import { aLine, aSnapshot, aStage } from '../support/builders.ts';
import { cases, patience } from './arbitraries.ts';

const stage = (
  position: number,
  snapshot: QuoteSnapshot = aSnapshot(),
  more: Partial<Parameters<typeof invoiceOfStage>[0]> = {},
) =>
  invoiceOfStage({
    snapshot,
    agreedTotals: quotePrice(snapshot, [{ optionId: 'option-1', quantity: 1 }]).totals,
    position,
    bankDetails: ['BSB: 062-000'],
    bankAccount: null,
    earlier: [],
    reductions: [],
    terms: null,
    ...more,
  });

describe('the invoice of a stage', () => {
  test('asks for the share that was agreed on', () => {
    expect(stage(1)).toMatchObject({
      subject: 'Website migration',
      stage: { quoteNumber: 'QT-SILVADENTAL-0001-1', label: 'Deposit', position: 1, count: 3 },
      currency: 'AUD',
      bankDetails: ['BSB: 062-000'],
      paymentTermsDays: 14,
      totals: { net: 102_245, tax: 10_225, gross: 112_470 },
    });
    expect([1, 2, 3].map((position) => stage(position).totals.gross)).toEqual([112_470, 149_960, 112_470]);
  });

  test('has a line for each tax rate, none for what comes to nothing', () => {
    const lines = [
      aLine(),
      aLine({ taxRate: 0, unitPrice: minor(10_000) }),
      aLine({ taxRate: 5_500, unitPrice: minor(0) }),
    ];
    const invoice = stage(2, aSnapshot({ lines }));
    expect(invoice.lines).toEqual([
      { ...share, taxTreatment: 'STANDARD', taxRate: 0, net: 4_000, tax: 0, gross: 4_000 },
      {
        ...share,
        taxTreatment: 'STANDARD',
        taxRate: 10_000,
        net: 136_327,
        tax: 13_633,
        gross: 149_960,
      },
    ]);
    expect(invoice.totals.gross).toBe(153_960);
  });

  test('prints shares with the decimals that they have', () => {
    const stages = [
      aStage({ label: 'Start', percent: 33_125 }),
      aStage({ id: 'stage-2', label: 'End', percent: 66_875, due: 'ON_MILESTONE' }),
    ];
    expect(stage(1, aSnapshot({ stages })).lines[0]?.description).toMatch(/^Start: 33\.125% of /);
  });

  test('says no share where the stage is an amount or the rest', () => {
    const stages = [
      aStage({ percent: null, amount: minor(100_000) }),
      aStage({ id: 'stage-2', label: 'Final', percent: null, due: 'ON_MILESTONE' }),
    ];
    const snapshot = aSnapshot({ stages });
    expect([1, 2].map((position) => stage(position, snapshot).totals.gross)).toEqual([100_000, 274_900]);
    expect([1, 2].map((position) => stage(position, snapshot).lines[0]?.description)).toEqual([
      'Deposit: Website migration (QT-SILVADENTAL-0001-1)',
      'Final: Website migration (QT-SILVADENTAL-0001-1)',
    ]);
  });

  test('takes the payment terms of its stage before those of the quote', () => {
    const [first, second, third] = aSnapshot().stages.map((one, k) => ({
      ...one,
      paymentTermsDays: [0, 30, null][k] ?? null,
    }));
    const snapshot = aSnapshot({ stages: [first!, second!, third!] });
    expect([1, 2, 3].map((position) => stage(position, snapshot).paymentTermsDays)).toEqual([0, 30, 14]);
  });

  test('carries the tax notes only where something is exempt or under reverse charge', () => {
    const taxNotes = ['Reverse charge: the customer accounts for the VAT.'];
    const lines = [aLine({ taxTreatment: 'REVERSE_CHARGE', taxRate: 0 }), aLine({ id: 'line-2' })];
    expect(stage(1, aSnapshot({ taxNotes })).taxNotes).toEqual([]);
    const invoice = stage(1, aSnapshot({ taxNotes, lines }));
    expect(invoice.taxNotes).toEqual(taxNotes);
    expect(invoice.lines.map(({ taxTreatment, tax }) => [taxTreatment, tax > 0])).toEqual([
      ['STANDARD', true],
      ['REVERSE_CHARGE', false],
    ]);
  });

  test('does not exist for a stage that the quote does not have', () => {
    for (const position of [0, 4, -1, 1.5]) expect(() => stage(position)).toThrow(RangeError);
  });
});

const share = {
  description: 'Progress: 40% of Website migration (QT-SILVADENTAL-0001-1)',
  quantity: null,
  unit: '',
  unitPrice: null,
  discount: null,
};

describe('an invoice', () => {
  test('is due some days after its issue', () => {
    expect(dueDate(localDate('2026-11-21'), 14)).toBe('2026-12-05');
    expect(dueDate(localDate('2026-11-21'), 0)).toBe('2026-11-21');
  });

  test('is overdue from the day after its due date until it is paid', () => {
    const due = localDate('2026-12-05');
    expect(isOverdue({ status: 'OPEN', dueDate: due }, due)).toBe(false);
    expect(isOverdue({ status: 'OPEN', dueDate: due }, localDate('2026-12-06'))).toBe(true);
    expect(isOverdue({ status: 'PAID', dueDate: due }, localDate('2026-12-06'))).toBe(false);
  });

  const sums = (changes: Partial<Record<keyof InvoiceSums, number>>): InvoiceSums => ({
    gross: minor(changes.gross ?? 112_470),
    paid: minor(changes.paid ?? 0),
    credited: minor(changes.credited ?? 0),
    writtenOff: minor(changes.writtenOff ?? 0),
  });

  test('stands where its sums put it', () => {
    expect(statusOf(sums({}))).toBe('OPEN');
    expect(statusOf(sums({ paid: 1 }))).toBe('PARTIALLY_PAID');
    expect(statusOf(sums({ paid: 112_469 }))).toBe('PARTIALLY_PAID');
    expect(statusOf(sums({ paid: 112_470 }))).toBe('PAID');
    expect(statusOf(sums({ paid: 102_470, credited: 10_000 }))).toBe('PAID');
    expect(statusOf(sums({ credited: 112_470 }))).toBe('VOID');
    expect(statusOf(sums({ paid: 100, writtenOff: 112_370 }))).toBe('UNCOLLECTIBLE');
    expect(statusOf(sums({ gross: 0 }))).toBe('PAID');
    expect(balance(sums({ paid: 112_471 }))).toBe(0);
  });

  test(
    'never has less than nothing open, and is owed exactly while something is',
    () => {
      const amount = fc.nat({ max: 1_000 });
      fc.assert(
        fc.property(amount, amount, amount, amount, (gross, paid, credited, writtenOff) => {
          const all = sums({ gross, paid, credited, writtenOff });
          const standing = standingOf(all);
          expect(standing.balance).toBe(Math.max(0, gross - paid - credited - writtenOff));
          expect(standing.isOpen === 1).toBe(standing.balance > 0);
          expect(isOwed(standing.status)).toBe(standing.balance > 0);
          expect(invoiceStatuses).toContain(standing.status);
        }),
        cases(2_000),
      );
    },
    patience,
  );
});

describe('what was agreed since the signature', () => {
  const off = (net: number, tax: number): StageReduction => ({
    number: 'QT-SILVADENTAL-0002-1',
    taxes: [{ treatment: 'STANDARD', rate: 10_000, net: minor(net), tax: minor(tax) }],
  });

  test('a signed reduction stands on the invoice as a line of less than nothing, and its totals are smaller by it', () => {
    const invoice = stage(2, aSnapshot(), { reductions: [off(10_000, 1_000)] });
    expect(invoice.lines.map(({ description, net, tax, gross }) => [description, net, tax, gross])).toEqual([
      ['Progress: 40% of Website migration (QT-SILVADENTAL-0001-1)', 136_327, 13_633, 149_960],
      ['Change order QT-SILVADENTAL-0002-1', -10_000, -1_000, -11_000],
    ]);
    expect(invoice.totals).toMatchObject({ net: 126_327, tax: 12_633, gross: 138_960 });
  });

  test('the words of a change are in the language of the customer', () => {
    const snapshot = aSnapshot();
    const german = aSnapshot({ customer: { ...snapshot.customer, language: 'de' } });
    const invoice = stage(2, german, { reductions: [off(100, 10)] });
    expect(invoice.lines[1]?.description).toBe('Nachtrag QT-SILVADENTAL-0002-1');
  });

  test('terms of its own win over all others, and their note is printed', () => {
    const invoice = stage(1, aSnapshot(), { terms: { days: 45, note: 'Agreed by mail (Olivia Park)' } });
    expect(invoice).toMatchObject({ paymentTermsDays: 45, termsNote: 'Agreed by mail (Olivia Park)' });
    expect(stage(1)).toMatchObject({ paymentTermsDays: 14, termsNote: null });
  });

  test('only the final invoice lists the ones before it', () => {
    const { totals } = stage(1);
    const issueDate = localDate('2026-11-21');
    const earlier = [{ number: 'INV-2026-0001', issueDate, label: 'Deposit', totals, creditNotes: [] }];
    expect([1, 2, 3].map((position) => stage(position, aSnapshot(), { earlier }).earlier.length)).toEqual([
      0, 0, 1,
    ]);
  });
});
