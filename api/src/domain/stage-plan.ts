/**
 * A plan of how a price is invoiced in parts, and whether it can be used: shares that make 100 %, or shares and amounts with one
 * stage that is the rest. $1,000.00 with the signature, 30 % at a milestone and the rest on a day are $1,000.00, $1,124.70
 * and $1,624.30 of $3,749.00.
 */
import { hundredPercent } from './discount.ts';
import type { LocalDate } from './local-date.ts';
import { type MinorUnits, minor, scale, split, sum } from './money.ts';
import type { Totals } from './tax.ts';

/** When the invoice of a stage is issued: with the signature, when staff say that the milestone is reached, or on a day. */
export const stageDues = ['ON_SIGNING', 'ON_MILESTONE', 'ON_DATE'] as const;

/** One of the moments of `stageDues`. */
export type StageDue = (typeof stageDues)[number];

/** How much a stage is: thousandths of a percent of the price (30 % is 30000), an amount with tax, or neither for the rest. */
export type StagePart = Readonly<{ percent: number | null; amount: MinorUnits | null }>;

/** How much and when. `dueOn` is the day of ON_DATE; `autoIssue` has its invoice issued on that day by itself. */
export type StagePlan = StagePart & Readonly<{ due: StageDue; dueOn: LocalDate | null; autoIssue: boolean }>;

/** As many stages as a plan can have (schema/quote-actions.graphql). */
export const maxStages = 12;

const isRest = (stage: StagePart): boolean => stage.percent === null && stage.amount === null;

const rests = (stages: readonly StagePart[]): number => stages.filter(isRest).length;

/** What each stage comes to if the plan fits the price; the rest may come out negative where it does not. */
export function stageAmounts(gross: MinorUnits, stages: readonly StagePart[]): MinorUnits[] {
  if (stages.length > 0 && stages.every((stage) => stage.percent !== null)) {
    const shares = stages.map((stage) => Math.max(0, stage.percent ?? 0));
    return shares.some((share) => share > 0) ? split(gross, shares) : shares.map(() => minor(0));
  }
  const fixed = stages.map((stage) =>
    stage.percent === null ? minor(stage.amount ?? 0) : scale(gross, stage.percent, hundredPercent),
  );
  const left = minor(gross - sum(fixed));
  return fixed.map((amount, k) => (isRest(stages[k] ?? { percent: 0, amount: null }) ? left : amount));
}

/**
 * Which stage may come to nothing at this total or at a higher one, -1 for none. The cents of rounding fall elsewhere at
 * another total (a part of 1 cent of $1.00 can be none of $1.01), so a share has to make a cent by itself, and the rest has to
 * last even if every share beside it is rounded up.
 */
function emptyStage(gross: MinorUnits, stages: readonly StagePart[]): number {
  const whole = BigInt(hundredPercent);
  const total = BigInt(gross);
  const shares = stages.map((stage) => BigInt(stage.percent ?? 0));
  const fixed = stages.reduce((all, stage) => all + BigInt(stage.amount ?? 0), 0n);
  const sharing = BigInt(shares.filter((share) => share > 0n).length);
  const left = whole - shares.reduce((all, share) => all + share, 0n);
  const rest = 2n * (total * left - fixed * whole) - sharing * whole;
  return stages.findIndex((stage, k) =>
    isRest(stage) ? rest <= 0n : stage.percent !== null && total * (shares[k] ?? 0n) < whole,
  );
}

const isShare = (percent: number): boolean =>
  Number.isSafeInteger(percent) && percent > 0 && percent <= hundredPercent;

/** Whether shares, amounts and the rest make a whole. */
function partsProblem(stages: readonly StagePart[]): string | null {
  for (const [k, { percent, amount }] of stages.entries()) {
    if (percent !== null && amount !== null)
      return `Stage ${k + 1} can be a share or an amount, but not both.`;
    if (percent !== null && !isShare(percent)) return 'Every stage needs a share of more than 0 %.';
    if (amount !== null && !(Number.isSafeInteger(amount) && amount > 0))
      return 'Every stage needs an amount of more than 0.';
  }
  const all = stages.reduce((shares, stage) => shares + (stage.percent ?? 0), 0);
  if (rests(stages) > 1)
    return 'Only one stage can be the rest; please give the others a share or an amount.';
  if (rests(stages) === 1) {
    return all < hundredPercent ? null : 'The shares leave nothing for the stage that is the rest.';
  }
  if (stages.some((stage) => stage.amount !== null))
    return 'Please make one stage the rest, so that the stages always add up to the total.';
  return all === hundredPercent ? null : 'The stages have to add up to exactly 100 %.';
}

/** Whether every stage has its moment, and days come in order. */
function momentsProblem(stages: readonly StagePlan[]): string | null {
  let latest: LocalDate | null = null;
  for (const [k, { due, dueOn, autoIssue }] of stages.entries()) {
    if ((due === 'ON_SIGNING') !== (k === 0))
      return 'The first stage is invoiced with the signature, and all later ones at their milestone or on their day.';
    if ((due === 'ON_DATE') !== (dueOn !== null))
      return due === 'ON_DATE'
        ? `Please set the day on which stage ${k + 1} is invoiced.`
        : `Stage ${k + 1} has a day, but is not invoiced on a day.`;
    if (autoIssue && due !== 'ON_DATE')
      return `Stage ${k + 1} can be invoiced by itself only when it has a day.`;
    if (dueOn !== null && latest !== null && dueOn < latest)
      return `Stage ${k + 1} is invoiced before an earlier stage; please put the stages in the order of their days.`;
    latest = dueOn ?? latest;
  }
  return null;
}

/**
 * Why these stages cannot be used, as a sentence for staff; null when they can. `lowest` is the lowest total that the customer
 * can choose: a stage that is more than nothing there is so everywhere. Nothing to charge once needs no stages.
 */
export function stageProblem(stages: readonly StagePlan[], lowest: Pick<Totals, 'gross'>): string | null {
  if (stages.length === 0) {
    return lowest.gross === 0 ? null : 'Please add at least one stage, so that the quote can be invoiced.';
  }
  if (stages.length > maxStages) return `A quote can have at most ${maxStages} stages.`;
  const problem = partsProblem(stages) ?? momentsProblem(stages);
  if (problem !== null) return problem;
  const empty = emptyStage(lowest.gross, stages);
  if (empty < 0) return null;
  const which = `Stage ${empty + 1} comes to nothing`;
  return stages.some((stage) => stage.amount !== null)
    ? `${which} when the customer chooses the least; please lower the fixed amounts.`
    : `${which}; please raise the prices or use fewer stages.`;
}
