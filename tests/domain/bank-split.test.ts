import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distribute, splitOver } from '../../api/src/domain/bank/split.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor, sum } from '../../api/src/domain/money.ts';
import { cases } from './arbitraries.ts';

describe('dividing', () => {
  const owed = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 14 }).map((balances) =>
    balances.map((balance, at) => ({
      id: `i${String(at).padStart(2, '0')}`,
      balance: minor(balance),
      dueDate: localDate('2026-12-05'),
    })),
  );

  test('a split is exact, of two to six different invoices', () => {
    fc.assert(
      fc.property(owed, fc.integer({ min: 1, max: 150 }), (invoices, amount) => {
        const parts = splitOver(minor(amount), invoices);
        if (parts === null) return;
        expect(sum(parts.map(({ balance }) => balance))).toBe(amount);
        expect(parts.length).toBeGreaterThan(1);
        expect(parts.length).toBeLessThanOrEqual(6);
        expect(new Set(parts).size).toBe(parts.length);
      }),
      cases(3000),
    );
  });

  test('what two invoices make up is always found', () => {
    fc.assert(
      fc.property(owed, fc.nat(), fc.nat(), (invoices, a, b) => {
        const few = invoices.slice(0, 12);
        fc.pre(few.length > 1 && a % few.length !== b % few.length);
        const amount = (few[a % few.length]?.balance ?? 0) + (few[b % few.length]?.balance ?? 0);
        expect(splitOver(minor(amount), few)).not.toBeNull();
      }),
      cases(3000),
    );
  });

  test('no coin is lost and none is made, whatever is split and combined', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1000 }).map(minor), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, amounts, (lines, wanted) => {
        const shares = distribute(
          lines.map((amount, at) => ({ id: `l${at}`, amount })),
          wanted.map((amount, at) => ({ invoiceId: `i${at}`, amount })),
        );
        for (const [at, { allocations, rest }] of shares.entries())
          expect(sum([...allocations.map(({ amount }) => amount), rest])).toBe(lines[at]);
        const given = sum(shares.flatMap(({ allocations }) => allocations.map(({ amount }) => amount)));
        expect(given).toBe(Math.min(sum(lines), sum(wanted)));
        for (const [at, most] of wanted.entries()) {
          const parts = shares.flatMap(({ allocations }) =>
            allocations.filter(({ invoiceId }) => invoiceId === `i${at}`),
          );
          expect(sum(parts.map(({ amount }) => amount))).toBeLessThanOrEqual(most);
        }
      }),
      cases(3000),
    );
  });
});
