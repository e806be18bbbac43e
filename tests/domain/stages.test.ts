import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '../../api/src/domain/money.ts';
import { price, quoteTotals, type Totals } from '../../api/src/domain/pricing.ts';
import { isRefusal } from '../../api/src/domain/refusal.ts';
import { type StageDue, stageIssueProblem, stageProblem, stageTotals } from '../../api/src/domain/stages.ts';
import { aSnapshot } from '../support/builders.ts';
import { cases, patience, quoteWithChoice, shares } from './arbitraries.ts';
import { oracleSplit } from './oracle.ts';

const plan = (...parts: number[]) =>
  parts.map((share, k): { share: number; due: StageDue } => ({
    share,
    due: k === 0 ? 'ON_SIGNING' : 'ON_MILESTONE',
  }));

/** As text: comparing two texts is what twenty thousand cases have time for. */
const said = (value: unknown): string => JSON.stringify(value);

const add = (amounts: readonly number[]): number =>
  Number(amounts.reduce((all, amount) => all + BigInt(amount), 0n));

describe('the stages of a quote', () => {
  test('come to their shares of the total', () => {
    const snapshot = aSnapshot();
    const stages = stageTotals(quoteTotals(snapshot, ['option-1']), snapshot.stages);
    expect(stages.map((stage) => stage.gross)).toEqual([112_470, 149_960, 112_470]);
    expect(stages.map((stage) => stage.tax)).toEqual([10_225, 13_633, 10_224]);
    expect(stages.map((stage) => stage.net)).toEqual([102_245, 136_327, 102_246]);
  });

  test('share the cents of several rates so that both the stages and the rates come out right', () => {
    const item = { quantity: 1000, unitPrice: minor(5001) };
    const totals = price(
      [
        { ...item, taxRate: 0 },
        { ...item, taxRate: 10_000 },
      ],
      true,
    );
    const stages = stageTotals(totals, plan(50_000, 50_000));
    expect(stages.map((stage) => stage.gross)).toEqual([5001, 5001]);
    expect(stages.map((stage) => stage.taxes[0]?.net)).toEqual([2501, 2500]);
    expect(stages.map((stage) => (stage.taxes[1]?.net ?? 0) + (stage.taxes[1]?.tax ?? 0))).toEqual([
      2500, 2501,
    ]);
  });

  test(
    'add up to the quote to the unit, per rate and in all, and none is negative',
    () => {
      fc.assert(
        fc.property(quoteWithChoice, shares, ({ quote, chosen }, parts) => {
          const totals = quoteTotals(quote, chosen);
          const stages = stageTotals(totals, parts);
          const weights = parts.map((part) => part.share);
          const grosses = oracleSplit(BigInt(totals.gross), weights).map(Number);
          expect(said(stages.map((stage) => stage.gross))).toBe(said(grosses));
          const { net, tax, taxes } = totals;
          expect(said(sumsOf(totals, stages))).toBe(said({ net, tax, taxes, gross: true }));
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
    taxes: totals.taxes.map(({ rate }, r) => {
      const cells = stages.flatMap((stage) => stage.taxes[r] ?? []);
      const sound = cells.every((cell) => cell.rate === rate && cell.net >= 0 && cell.tax >= 0);
      return (
        sound && { rate, net: add(cells.map((cell) => cell.net)), tax: add(cells.map((cell) => cell.tax)) }
      );
    }),
    gross: stages.every(
      (stage) =>
        add([stage.net, stage.tax]) === stage.gross && add(stage.taxes.map((cell) => cell.net)) === stage.net,
    ),
  };
}

describe('a plan of stages', () => {
  const gross = { gross: minor(374_900) };

  test('is fine with one to twelve stages that make 100 %', () => {
    expect(stageProblem(plan(100_000), gross)).toBeNull();
    expect(stageProblem(plan(30_000, 40_000, 30_000), gross)).toBeNull();
    expect(stageProblem(plan(...Array.from({ length: 11 }, () => 8_000), 12_000), gross)).toBeNull();
  });

  test.each([
    ['none at all', [], gross, /at least one stage/],
    ['99.999 %', plan(30_000, 69_999), gross, /exactly 100 %/],
    ['100.001 %', plan(30_000, 70_001), gross, /exactly 100 %/],
    ['a stage of 0 %', plan(100_000, 0), gross, /more than 0 %/],
    ['a negative stage', plan(110_000, -10_000), gross, /more than 0 %/],
    ['half a thousandth', plan(50_000.5, 49_999.5), gross, /more than 0 %/],
    ['thirteen stages', plan(...Array.from({ length: 12 }, () => 7_692), 7_696), gross, /at most 12/],
    ['a stage that comes to nothing', plan(99_999, 1), { gross: minor(100) }, /Stage 2 comes to nothing/],
    ['a quote of nothing', plan(100_000), { gross: minor(0) }, /Stage 1 comes to nothing/],
  ])('is refused with %s', (_, stages, totals, problem) => {
    expect(stageProblem(stages, totals)).toMatch(problem);
  });

  test('starts with the signature, and with nothing else', () => {
    const [first, second] = plan(50_000, 50_000);
    if (first === undefined || second === undefined) throw new Error('a plan of two');
    expect(stageProblem([second, first], gross)).toMatch(/first stage is invoiced with the signature/);
    expect(stageProblem([first, first], gross)).toMatch(/first stage is invoiced with the signature/);
    expect(stageProblem([second, second], gross)).toMatch(/first stage is invoiced with the signature/);
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
