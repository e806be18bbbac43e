import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highestTotal } from '../../api/src/domain/highest-total.ts';
import { lowestPrice } from '../../api/src/domain/lowest-price.ts';
import { minor } from '../../api/src/domain/money.ts';
import { choiceProblem, type OfferedOption, type OptionGroup } from '../../api/src/domain/options.ts';
import {
  type Choice,
  type PricedItem,
  type PricedOption,
  type PricedQuote,
  quotePrice,
} from '../../api/src/domain/pricing.ts';
import { stageProblem, stageTotals } from '../../api/src/domain/stages.ts';
import { aGroup, aLine, anOption, aSnapshot } from '../support/builders.ts';
import { cases, offer, patience, quoteWithChoice, stagePlan } from './arbitraries.ts';

const inGroup = (id: string, price: number, more: Partial<ReturnType<typeof anOption>> = {}) =>
  anOption({ id, groupId: 'group-1', price: minor(price), ...more });

describe('the lowest price', () => {
  test('is that of the lines when nothing has to be chosen', () => {
    expect(lowestPrice(aSnapshot())).toEqual({ subtotal: 329_900, gross: 329_900 });
    const net = lowestPrice(aSnapshot({ pricesIncludeTax: false, options: [] }));
    expect(net).toEqual({ subtotal: 329_900, gross: 362_890 });
  });

  test('holds the cheapest members of each required group, at their least quantity', () => {
    const snapshot = aSnapshot({
      groups: [aGroup({ min: 2, max: 3 })],
      options: [inGroup('a', 300), inGroup('b', 100, { minQuantity: 2, maxQuantity: 9 }), inGroup('c', 250)],
    });
    expect(lowestPrice(snapshot)).toEqual({ subtotal: 329_900 + 450, gross: 329_900 + 450 });
    const free = inGroup('d', 900, { billing: 'MONTHLY' });
    expect(lowestPrice({ ...snapshot, options: [...snapshot.options, free] }).subtotal).toBe(330_100);
  });

  test('is not above a total that roundings made a cent smaller', () => {
    // 26 + 6 and 12 cents at 5 % alone have 2 and 1 cents of tax, together 2.
    const taxed = (cents: number) => ({ unitPrice: minor(cents), taxRate: 5_000 });
    const two = aSnapshot({
      pricesIncludeTax: false,
      lines: [aLine(taxed(26)), aLine({ id: 'line-2', ...taxed(6) })],
      groups: [aGroup()],
      options: [inGroup('a', 12, { taxRate: 5_000 })],
    });
    const chosen = quotePrice(two, [{ optionId: 'a', quantity: 1 }]).totals.gross;
    expect([chosen, lowestPrice(two).gross]).toEqual([46, 46]);
    // 18.55 % off 102 cents with tax would leave 85; the cents of the discount fall where they take more tax along.
    const spread = aSnapshot({
      pricesIncludeTax: false,
      discount: { percent: 18_550, amount: null },
      lines: (
        [
          [22, 5_000],
          [55, 21_000],
          [8, 5_000],
          [5, 10_000],
        ] as const
      ).map(([cents, taxRate], k) => aLine({ id: `line-${k}`, unitPrice: minor(cents), taxRate })),
      options: [anOption({ price: minor(2), taxRate: 5_000 })],
    });
    expect(quotePrice(spread, []).totals.gross).toBe(83);
    expect(lowestPrice(spread).gross).toBeLessThanOrEqual(83);
    // 1.836 % of 27 cents are none yet, of 28 cents they are one, and it takes tax along.
    const growing = aSnapshot({
      pricesIncludeTax: false,
      taxRounding: 'LINE',
      discount: { percent: 1_836, amount: null },
      lines: [aLine({ unitPrice: minor(27), taxRate: 21_000 })],
      options: [anOption({ price: minor(1), taxRate: 21_000 })],
    });
    expect(quotePrice(growing, []).totals.gross).toBe(33);
    expect(quotePrice(growing, [{ optionId: 'option-1', quantity: 1 }]).totals.gross).toBe(32);
    expect(lowestPrice(growing).gross).toBeLessThanOrEqual(32);
  });

  test('counts the discount of the quote', () => {
    const discount = { percent: 10_000, amount: null };
    expect(lowestPrice(aSnapshot({ discount })).gross).toBe(296_910);
    const off = { percent: null, amount: minor(400_000) };
    expect(lowestPrice(aSnapshot({ discount: off })).gross).toBe(0);
  });
});

describe('the highest total', () => {
  test('holds the dearest that can be chosen, and one period of what recurs', () => {
    const snapshot = aSnapshot({
      groups: [aGroup()],
      options: [
        inGroup('small', 200),
        inGroup('large', 300),
        anOption({ id: 'pages', price: minor(100), maxQuantity: 5 }),
        anOption({ id: 'care', price: minor(4_900), billing: 'MONTHLY' }),
      ],
    });
    expect(highestTotal(snapshot)).toBe(329_900 + 300 + 500 + 4_900);
  });

  test('is that of the quote itself where nothing is chosen between, also with an amount off', () => {
    const discount = { percent: null, amount: minor(10_000) };
    const lines = [aLine(), aLine({ id: 'line-2', taxRate: 0, unitPrice: minor(70_100) })];
    const net = aSnapshot({ pricesIncludeTax: false, discount, lines, options: [] });
    expect(highestTotal(net)).toBe(quotePrice(net, []).totals.gross);
  });

  test('with an amount off is not below what a smaller price with more tax comes to', () => {
    const net = aSnapshot({
      pricesIncludeTax: false,
      discount: { percent: null, amount: minor(5_000) },
      lines: [],
      groups: [aGroup()],
      options: [
        inGroup('small', 10_000, { taxRate: 100_000 }),
        inGroup('large', 19_900, { taxRate: 0 }),
        inGroup('monthly', 7_000, { billing: 'MONTHLY', taxRate: 0 }),
      ],
    });
    const totals = net.options.map(({ id }) => {
      const { totals: once, recurring } = quotePrice(net, [{ optionId: id, quantity: 1 }]);
      return recurring.reduce((all, part) => all + part.totals.gross, Number(once.gross));
    });
    expect(Math.max(...totals)).toBe(14_900);
    expect(highestTotal(net)).toBeGreaterThanOrEqual(14_900);
    // Where all of it is taxed alike, the amount takes its tax along and the bound is exact.
    const alike = { ...net, options: net.options.slice(0, 2).map((one) => ({ ...one, taxRate: 10_000 })) };
    expect(highestTotal(alike)).toBe((19_900 - 5_000) * 1.1);
  });
});

type Offered = PricedQuote<PricedItem, PricedOption & OfferedOption> &
  Readonly<{ groups: readonly OptionGroup[] }>;

/** A priced quote whose options have rules, and some choice among them. */
const priced: fc.Arbitrary<{ quote: Offered; choices: Choice[] }> = fc
  .tuple(quoteWithChoice, offer)
  .map(([{ quote, choices }, { groups, options }]) => {
    const count = Math.min(quote.options.length, options.length);
    return {
      quote: {
        ...quote,
        groups,
        options: quote.options.slice(0, count).map((option, k) => ({ ...options[k]!, ...option })),
      },
      choices: choices.map(({ optionId, quantity }) => {
        const rules = options.find((option) => option.id === optionId);
        const most = rules?.maxQuantity ?? 1;
        return { optionId, quantity: Math.min(most, Math.max(rules?.minQuantity ?? 1, quantity)) };
      }),
    };
  });

describe('whatever can be chosen', () => {
  test(
    'comes to no less than the lowest and no more than the highest',
    () => {
      fc.assert(
        fc.property(priced, ({ quote, choices }) => {
          if (choiceProblem(quote, choices) !== null) return;
          const { totals, subtotal, recurring } = quotePrice(quote, choices);
          const lowest = lowestPrice(quote);
          expect(subtotal).toBeGreaterThanOrEqual(lowest.subtotal);
          expect(totals.gross).toBeGreaterThanOrEqual(lowest.gross);
          const all = recurring.reduce((sum, part) => sum + part.totals.gross, Number(totals.gross));
          // Roundings of tax, and of a percentage that is spread over more parts, can move a few units.
          const isExact = quote.pricesIncludeTax && quote.discount?.percent == null;
          expect(highestTotal(quote) + (isExact ? 0 : 20)).toBeGreaterThanOrEqual(all);
        }),
        cases(),
      );
    },
    patience,
  );

  test(
    'comes to no more than the highest where an amount is taken off one of several with other taxes and rhythms',
    () => {
      const part = fc.record({
        cents: fc.integer({ min: 0, max: 20_000 }),
        taxRate: fc.constantFrom(0, 5_000, 10_000, 100_000),
        billing: fc.constantFrom('ONCE' as const, 'ONCE' as const, 'MONTHLY' as const),
      });
      const chosenBetween = fc.record({
        pricesIncludeTax: fc.boolean(),
        off: fc.integer({ min: 1, max: 20_000 }),
        lines: fc.array(part, { maxLength: 2 }),
        options: fc.array(part, { minLength: 2, maxLength: 4 }),
      });
      fc.assert(
        fc.property(chosenBetween, ({ pricesIncludeTax, off, lines, options }) => {
          const snapshot = aSnapshot({
            pricesIncludeTax,
            discount: { percent: null, amount: minor(off) },
            groups: [aGroup()],
            lines: lines.map(({ cents, ...line }, k) =>
              aLine({ id: `line-${k}`, unitPrice: minor(cents), ...line }),
            ),
            options: options.map(({ cents, ...option }, k) => inGroup(`option-${k}`, cents, option)),
          });
          const highest = highestTotal(snapshot);
          for (const { id } of snapshot.options) {
            const { totals, recurring } = quotePrice(snapshot, [{ optionId: id, quantity: 1 }]);
            const all = recurring.reduce((sum, one) => sum + one.totals.gross, Number(totals.gross));
            expect(highest + (pricesIncludeTax ? 0 : 5)).toBeGreaterThanOrEqual(all);
          }
        }),
        cases(),
      );
    },
    patience,
  );

  test(
    'leaves every stage of a plan that was fine for the lowest price with something',
    () => {
      fc.assert(
        fc.property(priced, stagePlan, ({ quote, choices }, stages) => {
          if (choiceProblem(quote, choices) !== null || stageProblem(stages, lowestPrice(quote)) !== null)
            return;
          const { totals } = quotePrice(quote, choices);
          for (const stage of stageTotals(totals, stages)) expect(stage.gross).toBeGreaterThan(0);
        }),
        cases(),
      );
    },
    patience,
  );

  test(
    'comes to no less than the lowest where cents and high rates make rounding matter most',
    () => {
      const cents = fc.record({
        cents: fc.integer({ min: 0, max: 59 }),
        taxRate: fc.constantFrom(0, 5_000, 10_000, 21_000, 50_000, 100_000),
      });
      const small = fc.record({
        taxRounding: fc.constantFrom('DOCUMENT' as const, 'LINE' as const),
        discount: fc.oneof(
          fc.constant(null),
          fc.integer({ min: 1, max: 100_000 }).map((rate) => ({ percent: rate, amount: null })),
          fc.integer({ min: 1, max: 60 }).map((amount) => ({ percent: null, amount: minor(amount) })),
        ),
        lines: fc.array(cents, { minLength: 1, maxLength: 4 }),
        options: fc.array(cents, { minLength: 1, maxLength: 3 }),
        isRequired: fc.boolean(),
      });
      fc.assert(
        fc.property(small, ({ taxRounding, discount, lines, options, isRequired }) => {
          const snapshot = aSnapshot({
            pricesIncludeTax: false,
            taxRounding,
            discount,
            groups: isRequired ? [aGroup()] : [],
            lines: lines.map((line, k) =>
              aLine({ id: `line-${k}`, unitPrice: minor(line.cents), taxRate: line.taxRate }),
            ),
            options: options.map((option, k) =>
              anOption({
                id: `option-${k}`,
                price: minor(option.cents),
                taxRate: option.taxRate,
                groupId: isRequired ? 'group-1' : null,
              }),
            ),
          });
          const lowest = lowestPrice(snapshot).gross;
          for (const { id } of snapshot.options)
            expect(quotePrice(snapshot, [{ optionId: id, quantity: 1 }]).totals.gross).toBeGreaterThanOrEqual(
              lowest,
            );
        }),
        cases(),
      );
    },
    patience,
  );

  test('is exact when nothing that is charged once can be chosen', () => {
    const lines = [aLine({ taxRate: 21_000 }), aLine({ id: 'b', unitPrice: minor(333), taxRate: 5_500 })];
    const snapshot = aSnapshot({
      pricesIncludeTax: false,
      lines,
      options: [anOption({ billing: 'YEARLY' })],
      discount: { percent: 3_333, amount: null },
    });
    expect(lowestPrice(snapshot).gross).toBe(quotePrice(snapshot, []).totals.gross);
  });
});
