import { type PostingKind, postings, standing } from '@countersign/api/domain/ledger';
import { localDate } from '@countersign/api/domain/local-date';
import { minor } from '@countersign/api/domain/money';
import { proofProblem } from '@countersign/api/domain/payment-proof';
import { type BookedMoney, statementsOf } from '@countersign/api/domain/statement';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const entry = (kind: PostingKind, amount: number, changes: object = {}): BookedMoney => ({
  kind,
  amount: minor(amount),
  currency: 'AUD',
  day: localDate('2026-11-21'),
  document: 'INV-2026-0001',
  paymentId: null,
  ...changes,
});
const year = { from: localDate('2026-01-01'), to: localDate('2026-12-31') };
const linesOf = (...entries: BookedMoney[]) =>
  statementsOf(entries, year)[0]?.lines.map(({ kind, change, balance }) => [kind, change, balance]);

describe('a statement of account', () => {
  test('an invoice, more than it owes by one transfer, and the rest paid back', () => {
    expect(
      linesOf(
        entry('INVOICED', 112_470),
        entry('PAID', 112_470, { paymentId: 'p1' }),
        entry('OVERPAID', 7530, { paymentId: 'p1' }),
        entry('REFUNDED', 7530),
      ),
    ).toEqual([
      ['INVOICE', 112_470, 112_470],
      ['PAYMENT', -120_000, -7530],
      ['REFUND', 7530, 0],
    ]);
  });

  test('what only moves between the customer’s own accounts is left out', () => {
    expect(linesOf(entry('INVOICED', 100), entry('CREDIT_APPLIED', 30), entry('FREED', 20))).toEqual([
      ['INVOICE', 100, 100],
    ]);
  });

  test.each<[PostingKind, string, number]>([
    ['CREDITED', 'CREDIT_NOTE', -100],
    ['VOIDED', 'CREDIT_NOTE', -100],
    ['WRITTEN_OFF', 'WRITE_OFF', -100],
    ['REFUND_REVERSED', 'REFUND', -100],
    ['LOSS_REVERSED', 'WRITE_OFF', 100],
    ['DISPUTE_LOST', 'OTHER', 100],
  ])('%s is a %s', (kind, word, change) => {
    expect(linesOf(entry(kind, 100))).toEqual([[word, change, change]]);
  });

  test('two payments of one day stay two lines', () => {
    expect(
      linesOf(entry('PAID', 100, { paymentId: 'p1' }), entry('OVERPAID', 20, { paymentId: 'p2' })),
    ).toHaveLength(2);
  });

  test('begins with what was owed the day before, and counts both days', () => {
    const day = (text: string) => ({ day: localDate(text) });
    const entries = [
      entry('INVOICED', 100, day('2026-10-31')),
      entry('INVOICED', 200, day('2026-11-01')),
      entry('PAID', 50, day('2026-11-30')),
      entry('PAID', 70, day('2026-12-01')),
    ];
    const november = { from: localDate('2026-11-01'), to: localDate('2026-11-30') };
    expect(statementsOf(entries, november)).toMatchObject([
      { opening: 100, lines: [{ balance: 300 }, { balance: 250 }], closing: 250 },
    ]);
    expect(statementsOf(entries, { from: localDate('2026-01-01'), to: localDate('2026-01-31') })).toEqual([]);
  });

  test('is one for each currency', () => {
    const both = [entry('INVOICED', 100), entry('INVOICED', 70, { currency: 'EUR' })];
    expect(statementsOf(both, year).map(({ currency, closing }) => [currency, closing])).toEqual([
      ['AUD', 100],
      ['EUR', 70],
    ]);
  });

  test('ends with what the book says, whatever was booked and wherever the period begins', () => {
    const anEntry = fc.record({
      kind: fc.constantFrom(...(Object.keys(postings) as PostingKind[])),
      amount: fc.integer({ min: 1, max: 1_000_000 }).map(minor),
      currency: fc.constantFrom('AUD', 'EUR'),
      day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-30').map(localDate),
      document: fc.constant(''),
      paymentId: fc.constantFrom(null, 'p1', 'p2'),
    });
    fc.assert(
      fc.property(fc.array(anEntry), (entries) => {
        const sorted = entries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
        for (const { currency, opening, lines, closing } of statementsOf(sorted, year)) {
          const booked = sorted.filter((one) => one.currency === currency);
          expect(closing).toBe(standing(booked, 'RECEIVABLE') + standing(booked, 'CUSTOMER_CREDIT'));
          expect(lines.reduce((sum, { change }) => sum + change, opening as number)).toBe(closing);
          expect(lines.at(-1)?.balance ?? opening).toBe(closing);
        }
      }),
    );
  });
});

test('a claim has room for three files', () => {
  const proof = { name: 'a.png', contentType: 'image/png', size: 1, hash: 'x' };
  expect(proofProblem([proof, proof])).toBeNull();
  expect(proofProblem([proof, proof, proof])).toMatchObject({ code: 'INPUT_INVALID', field: 'file' });
});
