import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balance, dueDate, invoiceOfStage, isOverdue, statusAfter } from '../../api/src/domain/invoice.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import type { QuoteSnapshot } from '../../api/src/domain/quote-snapshot.ts';
import { aLine, aSnapshot, aStage } from '../support/builders.ts';
import { cases, patience } from './arbitraries.ts';

const stage = (position: number, snapshot: QuoteSnapshot = aSnapshot()) =>
  invoiceOfStage({
    snapshot,
    agreedTotals: quotePrice(snapshot, [{ optionId: 'option-1', quantity: 1 }]).totals,
    position,
    bankDetails: ['BSB: 062-000'],
  });

describe('the invoice of a stage', () => {
  test('asks for the share that was agreed on', () => {
    expect(stage(1)).toMatchObject({
      quoteNumber: 'QT-SILVADENTAL-0001-1',
      quoteTitle: 'Website migration',
      stageLabel: 'Deposit',
      stagePosition: 1,
      stageCount: 3,
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
      { description: progress, taxTreatment: 'STANDARD', taxRate: 0, net: 4_000, tax: 0, gross: 4_000 },
      {
        description: progress,
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

const progress = 'Progress: 40% of Website migration (QT-SILVADENTAL-0001-1)';

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

  test('is paid with the last cent, not before', () => {
    expect(statusAfter(minor(112_470), minor(112_469))).toBe('OPEN');
    expect(statusAfter(minor(112_470), minor(112_470))).toBe('PAID');
    expect(balance(minor(112_470), minor(112_469))).toBe(1);
    expect(balance(minor(112_470), minor(112_471))).toBe(0);
  });

  test(
    'never has less than nothing open, and is paid exactly when nothing is',
    () => {
      fc.assert(
        fc.property(fc.nat(), fc.nat(), (gross, paid) => {
          const open = balance(minor(gross), minor(paid));
          expect(open).toBeGreaterThanOrEqual(0);
          expect(statusAfter(minor(gross), minor(paid)) === 'PAID').toBe(open === 0);
        }),
        cases(2_000),
      );
    },
    patience,
  );
});
