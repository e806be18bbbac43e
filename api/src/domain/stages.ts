/**
 * How the price that is charged once is invoiced in parts: shares of it, fixed amounts, and at most one part that is the rest.
 * $3,749.00 in stages of 30, 40 and 30 % makes invoices of $1,124.70, $1,499.60 and $1,124.70; $1,000.00 with the signature
 * and then the rest makes $1,000.00 and $2,749.00. The parts always add up to the price to the cent, the tax in them to the
 * tax, and that for every treatment and rate. What a stage comes to is settled first; how it spreads over the tax follows.
 */
import { type MinorUnits, minor, split, sum } from './money.ts';
import { type Refusal, refuse } from './refusal.ts';
import { stageAmounts, type StagePart } from './stage-plan.ts';
import { type Totals, totalsOf } from './tax.ts';

export { maxStages, stageDues, stageProblem } from './stage-plan.ts';
export type { StageDue, StagePart, StagePlan } from './stage-plan.ts';

const add = (amounts: readonly bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n);

/** What each stage comes to. A plan that does not fit the price, as drafts have, is divided in proportion, so that it can be shown. */
function grossesOf(gross: MinorUnits, stages: readonly StagePart[]): MinorUnits[] {
  const amounts = stageAmounts(gross, stages);
  if (sum(amounts) === gross && amounts.every((amount) => amount >= 0)) return amounts;
  const sizes = amounts.map((amount) => Math.max(0, amount));
  return split(gross, sizes.some((size) => size > 0) ? sizes : sizes.map(() => 1));
}

/**
 * A table of whole units, a row for each tax rate and a column for each stage, whose rows add up to the rates and whose
 * columns add up to the stages. It starts from the exact shares rounded down; what a row and a column then both lack is
 * filled in. Rows and columns lack the same in all, so going through them once leaves nothing over.
 */
function spread(rows: readonly bigint[], columns: readonly bigint[]): bigint[][] {
  const whole = add(columns);
  const table = rows.map((row) => columns.map((column) => (whole === 0n ? 0n : (row * column) / whole)));
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
 * The totals of each stage, in order. Within a treatment and rate the tax follows the gross, and the net is the difference, so
 * that net + tax = gross in every cell. Sums of net, tax and gross over the stages are exactly those of the totals, per
 * treatment and rate and in all.
 */
export function stageTotals(totals: Totals, stages: readonly StagePart[]): Totals[] {
  if (stages.length === 0) return [];
  const grosses = spread(
    totals.taxes.map((part) => BigInt(part.net) + BigInt(part.tax)),
    grossesOf(totals.gross, stages).map((amount) => BigInt(amount)),
  ).map((row) => row.map((cell) => minor(Number(cell))));
  const taxes = totals.taxes.map((part, r) => split(part.tax, grosses[r] ?? []));
  return stages.map((_, k) =>
    totalsOf(
      totals.taxes.map(({ treatment, rate }, r) => {
        const tax = taxes[r]?.[k] ?? minor(0);
        return { treatment, rate, net: minor((grosses[r]?.[k] ?? 0) - tax), tax };
      }),
    ),
  );
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
