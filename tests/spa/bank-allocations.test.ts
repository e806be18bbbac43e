import { describe, expect, test } from 'vitest';
import {
  addInvoice,
  balanceOf,
  firstParts,
  readParts,
} from '../../admin-spa/src/features/bank/allocations.ts';
import { minor } from '../../api/src/domain/money.ts';
import { localDate } from '../../api/src/domain/local-date.ts';

const anInvoice = (id: string, owes: number) => ({
  id,
  number: `INV-2026-000${id}`,
  dueDate: localDate('2026-12-05'),
  balance: { amount: minor(owes), currency: 'AUD' },
  customer: { id: 'c', name: 'Silva Dental' },
});
const aLine = (amount: number, invoices: [string, number][] = []) => ({
  id: `line-${amount}`,
  bookedOn: localDate('2026-11-24'),
  amount: { amount: minor(amount), currency: 'AUD' },
  name: 'Silva',
  reference: '',
  text: '',
  status: 'TO_MATCH' as const,
  settledBy: null,
  settledAt: null,
  note: null,
  matches: [],
  refund: null,
  suggestions:
    invoices.length === 0
      ? []
      : [
          {
            confidence: 'LIKELY' as const,
            reasons: [],
            rest: { amount: minor(0), currency: 'AUD' },
            payment: null,
            allocations: invoices.map(([id, owes]) => ({
              amount: { amount: minor(Math.min(amount, owes)), currency: 'AUD' },
              invoice: anInvoice(id, owes),
            })),
          },
        ],
});
const shown = (parts: readonly { invoice: { id: string }; text: string }[]) =>
  parts.map(({ invoice, text }) => [invoice.id, text]);

describe('what money is for, as it is typed', () => {
  test('begins with the likeliest suggestion', () => {
    const line = aLine(30_000, [
      ['1', 10_000],
      ['2', 20_000],
    ]);
    expect(shown(firstParts([line], minor(30_000)))).toEqual([
      ['1', '100.00'],
      ['2', '200.00'],
    ]);
    expect(firstParts([aLine(500)], minor(500))).toEqual([]);
  });

  test('several lines begin with the invoice that any of them names, as far as they go together', () => {
    const lines = [aLine(5_000, [['1', 12_000]]), aLine(6_000)];
    expect(shown(firstParts(lines, minor(11_000)))).toEqual([['1', '110.00']]);
  });

  test('one more invoice takes what is left, at most what it owes', () => {
    const one = addInvoice([], anInvoice('1', 10_000), minor(30_000), 'AUD');
    const two = addInvoice(one, anInvoice('2', 50_000), minor(30_000), 'AUD');
    expect(shown(two)).toEqual([
      ['1', '100.00'],
      ['2', '200.00'],
    ]);
    expect(balanceOf(two, minor(30_000), 'AUD')).toBe(0);
    expect(balanceOf(one, minor(5_000), 'AUD')).toBe(-5_000);
  });

  test('amounts that cannot be are named by their invoice', () => {
    const part = (id: string, text: string) => ({ invoice: anInvoice(id, 10_000), text });
    const read = readParts([part('1', 'x'), part('2', '0'), part('3', '100.01'), part('4', '100')], 'AUD');
    expect(Object.keys(read.problems)).toEqual(['1', '2', '3']);
    expect(read.allocations).toBeNull();
    expect(readParts([part('4', '1,00')], 'AUD').allocations).toEqual([
      { invoice: anInvoice('4', 10_000), amount: { amount: 100 } },
    ]);
  });
});
