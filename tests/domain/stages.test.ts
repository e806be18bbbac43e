import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { type PricedItem, quotePrice, type Totals } from '../../api/src/domain/pricing.ts';
import { isRefusal } from '../../api/src/domain/refusal.ts';
import {
  type StagePart,
  stageIssueProblem,
  type StagePlan,
  stageProblem,
  stageTotals,
} from '../../api/src/domain/stages.ts';
import { aLine, aSnapshot } from '../support/builders.ts';
import { cases, patience, quoteWithChoice, stagePlan } from './arbitraries.ts';
import { oracleStages } from './oracle.ts';

const rest: StagePart = { percent: null, amount: null };
const share = (percent: number): StagePart => ({ percent, amount: null });
const fixed = (amount: number): StagePart => ({ percent: null, amount: minor(amount) });

const planOf = (...parts: StagePart[]): StagePlan[] =>
  parts.map((part, k) => ({
    ...part,
    due: k === 0 ? 'ON_SIGNING' : 'ON_MILESTONE',
    dueOn: null,
    autoIssue: false,
  }));

const plan = (...parts: number[]): StagePlan[] => planOf(...parts.map(share));

/** As text: comparing two texts is what twenty thousand cases have time for. */
const said = (value: unknown): string => JSON.stringify(value);

const add = (amounts: readonly number[]): number =>
  Number(amounts.reduce((all, amount) => all + BigInt(amount), 0n));

const totalsOf = (lines: readonly PricedItem[], pricesIncludeTax = true): Totals =>
  quotePrice({ ...aSnapshot(), pricesIncludeTax, lines, options: [] }, []).totals;

const grosses = (totals: Totals, stages: readonly StagePart[]): number[] =>
  stageTotals(totals, stages).map((stage) => stage.gross);

const sample = quotePrice(aSnapshot(), [{ optionId: 'option-1', quantity: 1 }]).totals;

describe('the stages of a quote', () => {
  test('come to their shares of the total', () => {
    const stages = stageTotals(sample, aSnapshot().stages);
    expect(stages.map((stage) => stage.gross)).toEqual([112_470, 149_960, 112_470]);
    expect(stages.map((stage) => stage.tax)).toEqual([10_225, 13_633, 10_224]);
    expect(stages.map((stage) => stage.net)).toEqual([102_245, 136_327, 102_246]);
  });

  test('can be an amount, a share of the whole and the rest, in whatever order', () => {
    expect(grosses(sample, [fixed(100_000), rest])).toEqual([100_000, 274_900]);
    expect(grosses(sample, [share(30_000), fixed(50_000), rest])).toEqual([112_470, 50_000, 212_430]);
    expect(grosses(sample, [rest, share(33_333)])).toEqual([249_935, 124_965]); // 124,965.417
    expect(grosses(sample, [rest])).toEqual([374_900]);
  });

  test('share the cents of several rates so that both the stages and the rates come out right', () => {
    const item = aLine({ unitPrice: minor(5001) });
    const totals = totalsOf([{ ...item, taxRate: 0 }, item]);
    const stages = stageTotals(totals, plan(50_000, 50_000));
    expect(stages.map((stage) => stage.gross)).toEqual([5001, 5001]);
    expect(stages.map((stage) => stage.taxes[0]?.net)).toEqual([2501, 2500]);
    expect(stages.map((stage) => (stage.taxes[1]?.net ?? 0) + (stage.taxes[1]?.tax ?? 0))).toEqual([
      2500, 2501,
    ]);
  });

  test('keep treatments with the same rate apart', () => {
    const item = aLine({ unitPrice: minor(100), taxRate: 0 });
    const totals = totalsOf([
      { ...item, taxTreatment: 'EXEMPT' },
      { ...item, taxTreatment: 'REVERSE_CHARGE' },
    ]);
    for (const stage of stageTotals(totals, plan(50_000, 50_000)))
      expect(stage.taxes.map(({ treatment, net }) => [treatment, net])).toEqual([
        ['EXEMPT', 50],
        ['REVERSE_CHARGE', 50],
      ]);
  });

  test.each([
    ['shares below 100 %', [share(10_000), share(30_000)], [93_725, 281_175]],
    ['amounts alone', [fixed(100), fixed(300)], [93_725, 281_175]],
    ['amounts beyond the total', [fixed(400_000), rest], [374_900, 0]],
    ['shares of nothing', [share(0), share(0)], [187_450, 187_450]],
    ['none', [], []],
  ])('of a draft that do not fit (%s) are shown in proportion', (_, stages, amounts) => {
    expect(grosses(sample, stages)).toEqual(amounts);
  });

  test(
    'add up to the quote to the unit, per treatment and rate and in all, and none is negative: TT-09',
    () => {
      fc.assert(
        fc.property(quoteWithChoice, stagePlan, ({ quote, choices }, stages) => {
          const { totals } = quotePrice(quote, choices);
          const found = stageTotals(totals, stages);
          const { net, tax, taxes } = totals;
          expect(said(sumsOf(totals, found))).toBe(said({ net, tax, taxes, gross: true }));
          if (stageProblem(stages, totals) === null)
            expect(said(found.map((stage) => stage.gross))).toBe(
              said(oracleStages(BigInt(totals.gross), stages).map(Number)),
            );
        }),
        cases(),
      );
    },
    patience,
  );
});

/** Everything that has to hold for the stages of these totals, said as what it is (false where it does not hold). */
function sumsOf(totals: Totals, stages: readonly Totals[]) {
  return {
    net: add(stages.map((stage) => stage.net)),
    tax: add(stages.map((stage) => stage.tax)),
    taxes: totals.taxes.map(({ treatment, rate }, r) => {
      const cells = stages.flatMap((stage) => stage.taxes[r] ?? []);
      const sound = cells.every(
        (cell) => cell.treatment === treatment && cell.rate === rate && cell.net >= 0 && cell.tax >= 0,
      );
      const [net, tax] = [add(cells.map((cell) => cell.net)), add(cells.map((cell) => cell.tax))];
      return sound && { treatment, rate, net, tax };
    }),
    gross: stages.every(
      (stage) =>
        add([stage.net, stage.tax]) === stage.gross && add(stage.taxes.map((cell) => cell.net)) === stage.net,
    ),
  };
}

describe('a plan of stages', () => {
  const gross = { gross: minor(374_900) };

  test('is fine with one to twelve stages that make 100 %, or with one that is the rest', () => {
    expect(stageProblem(plan(100_000), gross)).toBeNull();
    expect(stageProblem(plan(30_000, 40_000, 30_000), gross)).toBeNull();
    expect(stageProblem(plan(...Array.from({ length: 11 }, () => 8_000), 12_000), gross)).toBeNull();
    expect(stageProblem(planOf(rest), gross)).toBeNull();
    expect(stageProblem(planOf(fixed(374_899), rest), gross)).toBeNull();
    expect(stageProblem(planOf(share(99_999), rest), gross)).toBeNull();
    expect(stageProblem([], { gross: minor(0) })).toBeNull();
  });

  test.each([
    ['none at all', [], gross, /at least one stage/],
    ['99.999 %', plan(30_000, 69_999), gross, /exactly 100 %/],
    ['100.001 %', plan(30_000, 70_001), gross, /exactly 100 %/],
    ['a stage of 0 %', plan(100_000, 0), gross, /more than 0 %/],
    ['a negative stage', plan(110_000, -10_000), gross, /more than 0 %/],
    ['half a thousandth', plan(50_000.5, 49_999.5), gross, /more than 0 %/],
    ['an amount of 0', planOf(fixed(0), rest), gross, /amount of more than 0/],
    ['a negative amount', planOf(fixed(-5), rest), gross, /amount of more than 0/],
    ['a share that is an amount', planOf({ percent: 5, amount: minor(5) }, rest), gross, /but not both/],
    ['two that are the rest', planOf(rest, rest), gross, /Only one stage can be the rest/],
    ['amounts and no rest', planOf(fixed(374_900)), gross, /make one stage the rest/],
    ['amounts and shares and no rest', planOf(fixed(1), share(99_999)), gross, /make one stage the rest/],
    [
      'a rest of nothing',
      planOf(share(100_000), rest),
      gross,
      /leave nothing for the stage that is the rest/,
    ],
    ['thirteen stages', plan(...Array.from({ length: 12 }, () => 7_692), 7_696), gross, /at most 12/],
    ['a stage that comes to nothing', plan(99_999, 1), { gross: minor(100) }, /Stage 2 comes to nothing/],
    ['a share of nothing', planOf(rest, share(1)), { gross: minor(100) }, /Stage 2 comes to nothing/],
    ['an amount of everything', planOf(fixed(374_900), rest), gross, /Stage 2 .* lower the fixed amounts/],
    [
      'an amount of more than that',
      planOf(rest, fixed(374_901)),
      gross,
      /Stage 1 .* lower the fixed amounts/,
    ],
    ['a quote of nothing', plan(100_000), { gross: minor(0) }, /Stage 1 comes to nothing/],
  ])('is refused with %s', (_, stages, totals, problem) => {
    expect(stageProblem(stages, totals)).toMatch(problem);
  });

  test('is refused when a stage comes to nothing at a higher total than the lowest', () => {
    const nine = planOf(share(45_000), share(45_000), rest);
    const totals = (gross: number) => totalsOf([aLine({ unitPrice: minor(gross), taxRate: 0 })]);
    expect([grosses(totals(9), nine), grosses(totals(10), nine)]).toEqual([
      [4, 4, 1],
      [5, 5, 0],
    ]);
    expect(stageProblem(nine, { gross: minor(9) })).toMatch(/Stage 3 comes to nothing/);
    expect(stageProblem(nine, { gross: minor(11) })).toBeNull();
  });

  const [first, second] = plan(50_000, 50_000) as [StagePlan, StagePlan];
  const onDay = { ...second, due: 'ON_DATE' as const, dueOn: localDate('2026-12-24') };

  test('starts with the signature, and with nothing else', () => {
    for (const stages of [
      [second, first],
      [first, first],
      [second, second],
      [onDay, second],
    ])
      expect(stageProblem(stages, gross)).toMatch(/first stage is invoiced with the signature/);
  });

  test('has a day exactly where it is due on a day, and days in order', () => {
    expect(stageProblem([first, onDay], gross)).toBeNull();
    expect(stageProblem([first, { ...onDay, autoIssue: true }], gross)).toBeNull();
    expect(stageProblem([first, { ...onDay, dueOn: null }], gross)).toMatch(/set the day .* stage 2/);
    expect(stageProblem([first, { ...second, dueOn: onDay.dueOn }], gross)).toMatch(/Stage 2 has a day/);
    expect(stageProblem([first, { ...second, autoIssue: true }], gross)).toMatch(/only when it has a day/);
    const three = [first, onDay, { ...onDay, dueOn: localDate('2026-12-23') }].map((stage, k) => ({
      ...stage,
      percent: [30_000, 40_000, 30_000][k] ?? 0,
    }));
    expect(stageProblem(three, gross)).toMatch(/Stage 3 is invoiced before an earlier stage/);
  });
});

describe('the invoice of a stage', () => {
  test('can be issued when all earlier ones are', () => {
    expect(stageIssueProblem(2, [1])).toBeNull();
    expect(stageIssueProblem(1, [])).toBeNull();
  });

  test('is not issued before its turn', () => {
    const early = stageIssueProblem(3, [1]);
    expect(isRefusal(early) && early.code).toBe('STAGE_OUT_OF_ORDER');
    expect(early?.message).toContain('stage 2');
  });
});
