/**
 * How a price is invoiced in parts. $3,749.00 in stages of 30, 40 and 30 % makes invoices of $1,124.70, $1,499.60 and
 * $1,124.70. The parts always add up to the price to the cent, the tax in them to the tax, and that for every tax rate.
 * What a stage comes to is the share of the whole price; how it spreads over the tax rates follows from there.
 */
import { type MinorUnits, minor, split } from './money.ts';
import { type Totals, totalsOf } from './pricing.ts';
import { type Refusal, refuse } from './refusal.ts';

/** When the invoice of a stage is issued: with the signature, or when staff say that the milestone is reached. */
export const stageDues = ['ON_SIGNING', 'ON_MILESTONE'] as const;

/** One of the moments of `stageDues`. */
export type StageDue = (typeof stageDues)[number];

/** The part of the price, in thousandths of a percent: 30 % is 30000. */
export type StageShare = Readonly<{ share: number }>;

/** As many stages as a plan can have (schema/quote-actions.graphql). */
export const maxStages = 12;

const hundredPercent = 100_000;

const add = (amounts: readonly bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n);

const floorDivide = (dividend: bigint, divisor: bigint): bigint =>
  dividend / divisor - (dividend % divisor < 0n ? 1n : 0n);

/**
 * A table of whole units, a row for each rate and a column for each stage, whose rows add up to the rates and whose columns
 * add up to the stages. It starts from the exact shares rounded down; what a row and a column then both lack is filled in.
 * Rows and columns lack the same in all, so going through them once leaves nothing over.
 */
function spread(rows: readonly bigint[], columns: readonly bigint[], shares: readonly bigint[]): bigint[][] {
  const whole = add(shares);
  const table = rows.map((row) => shares.map((share) => floorDivide(row * share, whole)));
  const lacking = columns.map((column, k) => column - add(table.map((row) => row[k] ?? 0n)));
  return table.map((cells, r) => {
    let rowLacks = (rows[r] ?? 0n) - add(cells);
    return cells.map((cell, k) => {
      const columnLacks = lacking[k] ?? 0n;
      const filled = rowLacks < columnLacks ? rowLacks : columnLacks;
      rowLacks -= filled;
      lacking[k] = columnLacks - filled;
      return cell + filled;
    });
  });
}

/**
 * The totals of each stage, in order. A stage's gross is its share of the gross in all, divided by `split`; within a rate
 * the tax follows the gross, and the net is the difference, so that net + tax = gross in every cell. Sums of net, tax and
 * gross over the stages are exactly those of the totals, per rate and in all.
 */
export function stageTotals(totals: Totals, stages: readonly StageShare[]): Totals[] {
  if (stages.length === 0) return [];
  const shares = stages.map((stage) => stage.share);
  const grosses = spread(
    totals.taxes.map((part) => BigInt(part.net) + BigInt(part.tax)),
    split(totals.gross, shares).map((amount) => BigInt(amount)),
    shares.map((share) => BigInt(share)),
  ).map((row) => row.map((cell) => minor(Number(cell))));
  const taxes = totals.taxes.map((part, r) => split(part.tax, (grosses[r] ?? []).map(Math.abs)));
  return stages.map((_, k) =>
    totalsOf(
      totals.taxes.map(({ rate }, r) => {
        const tax = taxes[r]?.[k] ?? minor(0);
        return { rate, net: minor((grosses[r]?.[k] ?? 0) - tax), tax };
      }),
    ),
  );
}

/** Why these stages cannot be used for this price, as a sentence for staff; null when they can. */
export function stageProblem(
  stages: readonly (StageShare & Readonly<{ due: StageDue }>)[],
  totals: Pick<Totals, 'gross'>,
): string | null {
  if (stages.length === 0) return 'Please add at least one stage, so that the quote can be invoiced.';
  if (stages.length > maxStages) return `A quote can have at most ${maxStages} stages.`;
  const shares = stages.map((stage) => stage.share);
  if (shares.some((share) => !Number.isSafeInteger(share) || share <= 0)) {
    return 'Every stage needs a share of more than 0 %.';
  }
  if (shares.reduce((all, share) => all + share, 0) !== hundredPercent) {
    return 'The stages have to add up to exactly 100 %.';
  }
  if (stages.some((stage, position) => (stage.due === 'ON_SIGNING') !== (position === 0))) {
    return 'The first stage is invoiced with the signature, and all later ones at their milestone.';
  }
  const amounts: readonly MinorUnits[] = split(totals.gross, shares);
  const empty = amounts.findIndex((amount) => amount <= 0);
  if (empty >= 0) return `Stage ${empty + 1} comes to nothing; please raise the prices or use fewer stages.`;
  return null;
}

/**
 * Why the stage at this position (from 1) cannot be invoiced now, given the positions that have an invoice; null if it can.
 * A stage that has one already is not asked about: it keeps the one it has.
 */
export function stageIssueProblem(position: number, issued: readonly number[]): Refusal | null {
  for (let earlier = 1; earlier < position; earlier += 1) {
    if (!issued.includes(earlier)) {
      return refuse('STAGE_OUT_OF_ORDER', `Please issue the invoice of stage ${earlier} first.`);
    }
  }
  return null;
}
