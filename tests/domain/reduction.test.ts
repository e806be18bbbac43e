import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractValue } from '../../api/src/domain/change-order.ts';
import { minor } from '../../api/src/domain/money.ts';
import { spreadReduction } from '../../api/src/domain/reduction.ts';
import type { TaxTotal } from '../../api/src/domain/tax.ts';
import { cases, patience } from './arbitraries.ts';

const at = (rate: number, net: number, tax: number): TaxTotal => ({
  ...{ treatment: 'STANDARD', rate, net: minor(net), tax: minor(tax) },
});
const gross = (taxes: readonly TaxTotal[]): number => taxes.reduce((all, { net, tax }) => all + net + tax, 0);

describe('a change of a contract', () => {
  test('adds what was added and takes away what was taken off', () => {
    const value = contractValue(minor(374_900), [
      { kind: 'ADDITION', gross: minor(50_000) },
      { kind: 'REDUCTION', gross: minor(30_000) },
    ]);
    expect(value).toBe(394_900);
  });

  test('is borne by the first that can, each as far as it goes', () => {
    const bearers = [
      { which: 'stage 3', left: [at(10_000, 10_000, 1_000)] },
      { which: 'invoice 2', left: [at(10_000, 100_000, 10_000)] },
    ];
    expect(spreadReduction([at(10_000, 20_000, 2_000)], bearers)).toEqual([
      { which: 'stage 3', taxes: [at(10_000, 10_000, 1_000)] },
      { which: 'invoice 2', taxes: [at(10_000, 10_000, 1_000)] },
    ]);
  });

  test('is borne at its own rate or not at all', () => {
    const bearers = [{ which: 'stage', left: [at(10_000, 10_000, 1_000)] }];
    expect(spreadReduction([at(20_000, 100, 20)], bearers)).toBeNull();
    expect(spreadReduction([at(10_000, 10_001, 1_000)], bearers)).toBeNull();
    expect(spreadReduction([{ ...at(10_000, 1, 0), treatment: 'EXEMPT' }], bearers)).toBeNull();
  });

  const rates = [0, 5_500, 10_000];
  const taxes = fc
    .array(fc.tuple(fc.nat({ max: 50_000 }), fc.nat({ max: 10_000 })), { minLength: 3, maxLength: 3 })
    .map((all) => all.map(([net, tax], k) => at(rates[k] ?? 0, net, tax)));

  test(
    'takes off what it says to the cent, and leaves nobody with less than nothing',
    () => {
      fc.assert(
        fc.property(taxes, fc.array(taxes, { minLength: 1, maxLength: 5 }), (wanted, lefts) => {
          const bearers = lefts.map((left, which) => ({ which, left }));
          const shares = spreadReduction(wanted, bearers);
          const enough = wanted.every(
            (part, k) => lefts.reduce((all, left) => all + gross(left.slice(k, k + 1)), 0) >= gross([part]),
          );
          expect(shares !== null).toBe(enough);
          if (shares === null) return;
          expect(shares.reduce((all, share) => all + gross(share.taxes), 0)).toBe(gross(wanted));
          for (const { which, taxes: off } of shares)
            for (const part of off) {
              const left = lefts[which]?.find(({ rate }) => rate === part.rate);
              expect(part.net).toBeLessThanOrEqual(left?.net ?? -1);
              expect(part.tax).toBeLessThanOrEqual(left?.tax ?? -1);
              expect(Math.min(part.net, part.tax)).toBeGreaterThanOrEqual(0);
            }
        }),
        cases(3_000),
      );
    },
    patience,
  );
});
