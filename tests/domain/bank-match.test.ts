import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  confidenceOf,
  matchesOf,
  type MatchLine,
  type OpenInvoice,
} from '../../api/src/domain/bank/match.ts';
import { mismatchOf } from '../../api/src/domain/bank/mismatch.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor, sum } from '../../api/src/domain/money.ts';
import { cases } from './arbitraries.ts';

const anInvoice = (changes: Partial<OpenInvoice> = {}): OpenInvoice => ({
  id: 'i1',
  number: 'INV-2026-0042',
  balance: minor(112_470),
  currency: 'AUD',
  customerId: 'c1',
  customerName: 'Silva Dental',
  issueDate: localDate('2026-11-21'),
  dueDate: localDate('2026-12-05'),
  quoteNumber: 'QT-SILVADENTAL-0001-1',
  quoteTotal: minor(374_900),
  ...changes,
});
const aLine = (changes: Partial<MatchLine> = {}): MatchLine => ({
  amount: minor(112_470),
  currency: 'AUD',
  bookedOn: localDate('2026-11-24'),
  name: '',
  reference: '',
  text: '',
  ...changes,
});

describe('suggestions', () => {
  test('everything fits', () => {
    const [best] = matchesOf(aLine({ name: 'SILVA DENTAL PTY LTD', reference: 'INV-2026-0042' }), [
      anInvoice(),
    ]);
    expect(best).toEqual({
      allocations: [{ invoiceId: 'i1', amount: 112_470 }],
      paymentId: null,
      reasons: ['REFERENCE_EXACT', 'AMOUNT_EXACT', 'NAME', 'DATE'],
      score: 100,
    });
  });

  test.each<[string, Partial<MatchLine>, string[], string]>([
    [
      'reference and amount',
      { reference: 'INV-2026-0042' },
      ['REFERENCE_EXACT', 'AMOUNT_EXACT', 'DATE'],
      'STRONG',
    ],
    [
      'a slip in the number',
      { reference: 'INV-2026-0024', name: 'Silva Dental' },
      ['REFERENCE_CLOSE', 'AMOUNT_EXACT', 'NAME', 'DATE'],
      'LIKELY',
    ],
    [
      'the number of the quote',
      { reference: 'QT-SILVADENTAL-0001-1' },
      ['REFERENCE_CLOSE', 'AMOUNT_EXACT', 'NAME', 'DATE'],
      'LIKELY',
    ],
    ['name and amount', { name: 'Dr. Silva Dental, Sydney' }, ['AMOUNT_EXACT', 'NAME', 'DATE'], 'LIKELY'],
    ['the amount alone', {}, ['AMOUNT_EXACT', 'DATE'], 'POSSIBLE'],
    [
      'less by a fee',
      { reference: 'INV-2026-0042', amount: minor(111_970) },
      ['REFERENCE_EXACT', 'AMOUNT_NEAR', 'DATE'],
      'LIKELY',
    ],
    [
      'under by a cent',
      { reference: 'INV-2026-0042', amount: minor(112_469) },
      ['REFERENCE_EXACT', 'AMOUNT_NEAR', 'DATE'],
      'LIKELY',
    ],
    [
      'a part of it',
      { reference: 'INV-2026-0042', amount: minor(50_000) },
      ['REFERENCE_EXACT', 'DATE'],
      'LIKELY',
    ],
    [
      'the whole quote',
      { reference: 'QT-SILVADENTAL-0001-1', amount: minor(374_900) },
      ['REFERENCE_CLOSE', 'NAME', 'DATE', 'QUOTE_TOTAL'],
      'LIKELY',
    ],
    [
      'before it was issued',
      { reference: 'INV-2026-0042', bookedOn: localDate('2026-11-01') },
      ['REFERENCE_EXACT', 'AMOUNT_EXACT'],
      'STRONG',
    ],
  ])('%s', (_what, changes, reasons, confidence) => {
    const [best] = matchesOf(aLine(changes), [anInvoice()]);
    expect(best?.reasons).toEqual(reasons);
    expect(best && confidenceOf(best)).toBe(confidence);
    expect(best?.allocations[0]?.amount).toBe(Math.min(112_470, changes.amount ?? 112_470));
  });

  test('nothing for money that went, another currency, and what fits in nothing but a name', () => {
    expect(matchesOf(aLine({ amount: minor(-112_470), reference: 'INV-2026-0042' }), [anInvoice()])).toEqual(
      [],
    );
    expect(matchesOf(aLine({ currency: 'USD', reference: 'INV-2026-0042' }), [anInvoice()])).toEqual([]);
    expect(matchesOf(aLine({ name: 'Silva Dental', amount: minor(5) }), [anInvoice()])).toEqual([]);
  });

  test('who names one invoice to the letter does not nearly name another one', () => {
    const paid = { payments: [], settledNumbers: ['INV-2026-0043'] };
    const line = aLine({ reference: 'INV-2026-0043' });
    expect(matchesOf(line, [anInvoice()])[0]?.reasons).toEqual(['REFERENCE_CLOSE', 'AMOUNT_EXACT', 'DATE']);
    expect(matchesOf(line, [anInvoice()], paid)[0]?.reasons).toEqual(['AMOUNT_EXACT', 'DATE']);
    const other = anInvoice({ id: 'i2', number: 'INV-2026-0043', balance: minor(5) });
    const both = matchesOf(line, [anInvoice(), other]);
    expect(both.map(({ reasons }) => reasons)).toEqual([
      ['REFERENCE_EXACT', 'DATE'],
      ['AMOUNT_EXACT', 'DATE'],
    ]);
  });

  test('one transfer for several invoices', () => {
    const invoices = [
      anInvoice({ id: 'a', number: 'INV-2026-0001', balance: minor(100) }),
      anInvoice({ id: 'b', number: 'INV-2026-0002', balance: minor(250) }),
      anInvoice({ id: 'c', number: 'INV-2026-0003', balance: minor(70), dueDate: localDate('2026-11-22') }),
      anInvoice({
        id: 'other',
        number: 'INV-2026-0004',
        balance: minor(70),
        customerId: 'c2',
        customerName: 'Mori',
      }),
    ];
    const byName = matchesOf(aLine({ name: 'Silva Dental', amount: minor(320) }), invoices)[0];
    expect(byName?.allocations).toEqual([
      { invoiceId: 'c', amount: 70 },
      { invoiceId: 'b', amount: 250 },
    ]);
    expect(byName?.reasons).toEqual(['AMOUNT_EXACT', 'NAME']);
    const byNumber = matchesOf(
      aLine({ reference: 'INV-2026-0001 and INV-2026-0002', amount: minor(350) }),
      invoices,
    )[0];
    expect(byNumber?.allocations.map(({ invoiceId }) => invoiceId)).toEqual(['a', 'b']);
    expect(byNumber && confidenceOf(byNumber)).toBe('STRONG');
    expect(matchesOf(aLine({ amount: minor(320) }), invoices)).toEqual([]);
  });

  test('money that is recorded already comes before an invoice that happens to fit', () => {
    const payment = {
      id: 'p1',
      invoiceNumber: 'INV-2026-0007',
      customerName: 'Silva Dental',
      amount: minor(112_470),
      currency: 'AUD',
      receivedOn: localDate('2026-11-23'),
      reference: '',
    };
    const line = aLine({ reference: 'INV-2026-0007', name: 'Silva Dental' });
    const [best, second] = matchesOf(line, [anInvoice()], { payments: [payment], settledNumbers: [] });
    expect(best).toMatchObject({ paymentId: 'p1', allocations: [] });
    expect(best?.reasons).toEqual(['REFERENCE_EXACT', 'AMOUNT_EXACT', 'NAME', 'DATE', 'ALREADY_RECORDED']);
    expect(second?.allocations).toHaveLength(1);
    const later = { ...payment, receivedOn: localDate('2026-10-01') };
    expect(matchesOf(line, [], { payments: [later], settledNumbers: [] })).toEqual([]);
  });

  test('never more than five, never more than the line or the invoice, always likeliest first', () => {
    const invoice = fc
      .record({
        serial: fc.integer({ min: 1, max: 30 }),
        balance: fc.integer({ min: 1, max: 60 }),
        customer: fc.constantFrom('Ana', 'Bo'),
      })
      .map(({ serial, balance, customer }) =>
        anInvoice({
          id: `i${serial}`,
          number: `INV-2026-${String(serial).padStart(4, '0')}`,
          balance: minor(balance),
          customerId: customer,
          customerName: customer,
        }),
      );
    const line = fc
      .record({
        amount: fc.integer({ min: -5, max: 120 }),
        serial: fc.integer({ min: 1, max: 30 }),
        name: fc.constantFrom('Ana', 'Bo', ''),
      })
      .map(({ amount, serial, name }) =>
        aLine({ amount: minor(amount), reference: `INV 2026 ${serial}`, name }),
      );
    fc.assert(
      fc.property(
        fc.uniqueArray(invoice, { selector: ({ id }) => id, maxLength: 15 }),
        line,
        (invoices, given) => {
          const found = matchesOf(given, invoices);
          expect(found.length).toBeLessThanOrEqual(5);
          expect(found.map(({ score }) => score)).toEqual(
            found.map(({ score }) => score).toSorted((a, b) => b - a),
          );
          for (const { allocations } of found) {
            expect(sum(allocations.map(({ amount }) => amount))).toBeLessThanOrEqual(given.amount);
            for (const { invoiceId, amount } of allocations) {
              expect(amount).toBeGreaterThan(0);
              expect(amount).toBeLessThanOrEqual(invoices.find(({ id }) => id === invoiceId)?.balance ?? 0);
            }
          }
        },
      ),
      cases(3000),
    );
  });
});

describe('what nearly fits', () => {
  const oddOf = (changes: Partial<MatchLine>) => {
    const invoices = [anInvoice()];
    return mismatchOf(aLine(changes), matchesOf(aLine(changes), invoices), invoices)?.what ?? null;
  };
  test.each<[string, Partial<MatchLine>, string | null]>([
    ['a fee was taken off', { reference: 'INV-2026-0042', amount: minor(111_970) }, 'AMOUNT'],
    ['two figures were exchanged', { reference: 'INV-2026-0024' }, 'REFERENCE'],
    [
      'another number, the right name and amount',
      { name: 'Silva Dental', reference: 'INV-2026-0777' },
      'REFERENCE',
    ],
    ['everything fits', { reference: 'INV-2026-0042' }, null],
    ['no reference at all', { name: 'Silva Dental' }, null],
    ['a part payment', { reference: 'INV-2026-0042', amount: minor(50_000) }, null],
    ['the amount alone', {}, null],
  ])('%s', (_what, changes, odd) => {
    expect(oddOf(changes)).toBe(odd);
  });
});
