import fc from 'fast-check';
import { minor } from '../../api/src/domain/money.ts';
import type { Offer } from '../../api/src/domain/options.ts';
import {
  billings,
  type Choice,
  type Discount,
  type PricedItem,
  type PricedQuote,
  taxRoundings,
  taxTreatments,
} from '../../api/src/domain/pricing.ts';
import type { StagePlan } from '../../api/src/domain/stages.ts';

/** How many random cases a property tries: `CASES=1000000` for the long run. */
export const cases = (byDefault = 20_000): { numRuns: number } => ({
  numRuns: process.env['CASES'] === undefined ? byDefault : Number(process.env['CASES']),
});

/** Milliseconds for a property: enough for a million cases on a slow machine. */
export const patience = 3_600_000;

const rate = fc.oneof(
  fc.constantFrom(0, 5_500, 7_000, 8_875, 10_000, 19_000, 21_000, 100_000),
  fc.integer({ min: 0, max: 100_000 }),
);

/** Mostly taxed; the other treatments have no rate. */
const taxed = fc
  .tuple(fc.constantFrom('STANDARD' as const, 'STANDARD' as const, ...taxTreatments), rate)
  .map(([taxTreatment, taxRate]) => ({
    taxTreatment,
    taxRate: taxTreatment === 'STANDARD' ? taxRate : 0,
  }));

/** Mostly once, as quotes are. */
const billing = fc.constantFrom('ONCE' as const, 'ONCE' as const, 'ONCE' as const, ...billings);

/** From nothing to a million dollars, with the small amounts where rounding shows. */
const price = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 100_000_000 })).map(minor);

const quantity = fc.oneof(fc.constantFrom(1, 333, 500, 1000, 1500), fc.integer({ min: 1, max: 1_000_000 }));

/** None, a part up to all of it, or an amount that may be more than there is. */
const discount: fc.Arbitrary<Discount | null> = fc.oneof(
  fc.constant(null),
  fc
    .oneof(fc.constantFrom(100_000, 99_000, 33_333, 2_500), fc.integer({ min: 1, max: 100_000 }))
    .map((percent) => ({ percent, amount: null })),
  fc
    .oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 10_000_000 }))
    .map((amount) => ({ percent: null, amount: minor(amount) })),
);

export const pricedItem: fc.Arbitrary<PricedItem> = fc
  .tuple(fc.record({ quantity, unitPrice: price, discount, billing }), taxed)
  .map(([item, tax]) => ({ ...item, ...tax }));

/** A quote of up to 8 lines and 6 options, with how many of each option are taken. */
export const quoteWithChoice: fc.Arbitrary<{ quote: PricedQuote; choices: Choice[] }> = fc
  .record({
    pricesIncludeTax: fc.boolean(),
    taxRounding: fc.constantFrom(...taxRoundings),
    discount,
    lines: fc.array(pricedItem, { minLength: 1, maxLength: 8 }),
    offered: fc.array(
      fc.tuple(
        fc.record({
          price,
          billing,
          taken: fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 2, max: 50 })),
        }),
        taxed,
      ),
      { maxLength: 6 },
    ),
  })
  .map(({ offered, ...quote }) => ({
    quote: {
      ...quote,
      options: offered.map(([option, tax], k) => ({ id: `option-${k}`, ...option, ...tax })),
    },
    choices: offered.flatMap(([{ taken }], k) =>
      taken === 0 ? [] : [{ optionId: `option-${k}`, quantity: taken }],
    ),
  }));

const moment = (k: number): Pick<StagePlan, 'due' | 'dueOn' | 'autoIssue'> => ({
  due: k === 0 ? 'ON_SIGNING' : 'ON_MILESTONE',
  dueOn: null,
  autoIssue: false,
});

/** One to twelve shares that make 100 %. */
const shares: fc.Arbitrary<StagePlan[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: 11 })
  .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 100_000])
  .map((marks) =>
    marks.slice(1).map((mark, k) => ({ percent: mark - (marks[k] ?? 0), amount: null, ...moment(k) })),
  );

/** Shares, amounts, and one stage that is the rest, in whatever order. */
const withRest: fc.Arbitrary<StagePlan[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 9_000 }).map((percent) => ({ percent, amount: null })),
        fc
          .oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1_000_000 }))
          .map((amount) => ({ percent: null, amount: minor(amount) })),
      ),
      { maxLength: 11 },
    ),
    fc.nat(),
  )
  .map(([parts, at]) => {
    const rest = at % (parts.length + 1);
    return [...parts.slice(0, rest), { percent: null, amount: null }, ...parts.slice(rest)].map(
      (part, k) => ({ ...part, ...moment(k) }),
    );
  });

/** A plan of either kind. Whether it fits a price is another question. */
export const stagePlan: fc.Arbitrary<StagePlan[]> = fc.oneof(shares, withRest);

/** Up to three groups and eight options whose rules may well contradict each other. */
export const offer: fc.Arbitrary<Offer> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 })), { maxLength: 3 }),
    fc.array(
      fc.record({
        group: fc.option(fc.nat(2)),
        least: fc.integer({ min: 1, max: 3 }),
        more: fc.nat(3),
        requires: fc.array(fc.nat(7), { maxLength: 2 }),
        excludes: fc.array(fc.nat(7), { maxLength: 1 }),
        preselected: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([groups, options]) => ({
    groups: groups.map(([min, more], k) => ({
      id: `group-${k}`,
      title: `Group ${k}`,
      description: '',
      min,
      max: Math.max(1, min - 1 + more),
    })),
    options: options.map(({ group, least, more, requires, excludes, preselected }, k) => ({
      id: `option-${k}`,
      title: `Option ${k}`,
      groupId: group === null || group >= groups.length ? null : `group-${group}`,
      minQuantity: least,
      maxQuantity: least + more,
      requires: requires
        .filter((other) => other < options.length && other !== k)
        .map((other) => `option-${other}`),
      excludes: excludes
        .filter((other) => other < options.length && other !== k)
        .map((other) => `option-${other}`),
      preselected,
    })),
  }));
