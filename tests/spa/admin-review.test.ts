import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { differs } from '../../admin-spa/src/features/review/kinds.ts';
import { nextMonday } from '../../admin-spa/src/features/review/next-monday.ts';
import { bankSearch, reviewSearch } from '../../admin-spa/src/search.ts';

test.each([
  ['2026-11-21', '2026-11-23'],
  ['2026-11-22', '2026-11-23'],
  ['2026-11-23', '2026-11-30'],
  ['2026-11-27', '2026-11-30'],
  ['2026-12-29', '2027-01-04'],
])('what is put off until next week on %s comes back on %s', (today, monday) => {
  expect(nextMonday(localDate(today))).toBe(monday);
});

describe('what came in beside the records', () => {
  const line = { group: 'PAYMENTS', kind: 'BANK_MISMATCH' } as const;
  const reference = (sent: string) => differs(line, { label: 'Reference', sent, approved: 'INV-2026-0003' });

  test('a bank’s reference that names the invoice among other words does not differ', () => {
    expect(['Invoice INV-2026-0003', 'inv 2026 0003, thanks', 'INV20260003'].map(reference)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['INV-2026-00031', 'INV-2026-0030', 'deposit'].map(reference)).toEqual([true, true, true]);
  });
  test('of money the amount is compared, of a signature everything', () => {
    const name = { label: 'Name', sent: 'A Silva', approved: 'Silva Dental' };
    expect(differs(line, name)).toBe(false);
    expect(differs({ group: 'SIGNATURES', kind: 'TAMPERED_TOTAL' }, name)).toBe(true);
    expect(differs(line, { label: 'Amount', sent: '$1.00', approved: '$2.00' })).toBe(true);
    expect(differs(line, { label: 'Amount', sent: '$1.00', approved: null })).toBe(false);
  });
  test('the line that an item is about has an address', () => {
    expect(bankSearch({ line: 'a-line', statement: 7 })).toEqual({ line: 'a-line' });
  });
});

describe('the address of the inbox', () => {
  test('keeps its filters', () => {
    const found = { group: 'PAYMENTS', mine: true, search: 'silva' };
    expect(reviewSearch(found)).toEqual(found);
    expect(reviewSearch({ snoozed: true })).toEqual({ snoozed: true });
    expect(reviewSearch({ settled: true })).toEqual({ settled: true });
  });
  test('leaves out what is none', () => {
    expect(reviewSearch({ group: 'constructor', mine: 'yes', settled: 1, search: ' ' })).toEqual({});
  });
});
