/**
 * The rules of pricing once more, written apart from the product and in another way: everything in BigInt, no grouping by
 * maps, rounding by looking at the remainder, largest remainders by taking the best one again and again.
 */
import type { Choice, Discount, PricedItem, PricedQuote } from '../../api/src/domain/pricing.ts';
import type { StagePart } from '../../api/src/domain/stages.ts';

export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend - quotient * divisor;
  const twice = remainder < 0n ? -2n * remainder : 2n * remainder;
  if (twice < divisor) return quotient;
  return dividend < 0n ? quotient - 1n : quotient + 1n;
}

/** Largest remainder for a total of 0 or more: hand out one unit at a time to whoever is owed most. */
export function oracleSplit(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((all, weight) => all + weight, 0n);
  if (whole === 0n) return weights.map(() => 0n);
  const parts = weights.map((weight) => (total * weight) / whole);
  const given = (): bigint => parts.reduce((all, part) => all + part, 0n);
  const served = new Set<number>();
  while (given() < total) {
    let best = -1;
    let owed = -1n;
    weights.forEach((weight, k) => {
      const remainder = (total * weight) % whole;
      if (served.has(k) || remainder <= owed) return;
      owed = remainder;
      best = k;
    });
    served.add(best);
    parts[best] = (parts[best] ?? 0n) + 1n;
  }
  return parts;
}

export type OracleTax = [treatment: string, rate: number, net: bigint, tax: bigint];
export type OracleTotals = { net: bigint; tax: bigint; gross: bigint; taxes: OracleTax[] };
export type OraclePrice = {
  totals: OracleTotals;
  subtotal: bigint;
  discount: bigint;
  recurring: [billing: string, totals: OracleTotals][];
};

type Row = { treatment: string; rate: number; billing: string; amount: bigint };

/** What is left after a percentage or an amount is taken off, which is never less than nothing. */
function reduced(amount: bigint, discount: Discount | null): bigint {
  if (discount === null) return amount;
  const off =
    discount.percent === null
      ? BigInt(discount.amount ?? 0)
      : roundedQuotient(amount * BigInt(discount.percent), 100_000n);
  return off > amount ? 0n : amount - off;
}

const amountOf = (item: PricedItem): bigint =>
  reduced(roundedQuotient(BigInt(item.quantity) * BigInt(item.unitPrice), 1000n), item.discount);

function rowsOf(quote: PricedQuote, choices: readonly Choice[]): Row[] {
  const rows = quote.lines.map((line) => ({
    treatment: line.taxTreatment,
    rate: line.taxRate,
    billing: line.billing,
    amount: amountOf(line),
  }));
  for (const option of quote.options) {
    const choice = choices.find((one) => one.optionId === option.id);
    if (choice === undefined || choice.quantity < 1) continue;
    rows.push({
      treatment: option.taxTreatment,
      rate: option.taxRate,
      billing: option.billing,
      amount: BigInt(option.price) * BigInt(choice.quantity),
    });
  }
  return rows;
}

/** EN 16931: the letters of its VAT categories, in the order in which the product lists them. */
const treatments = ['STANDARD', 'ZERO_RATED', 'EXEMPT', 'REVERSE_CHARGE'];

function oracleTotals(rows: readonly Row[], discount: bigint, quote: PricedQuote): OracleTotals {
  const sorted = rows.toSorted(
    (a, b) => treatments.indexOf(a.treatment) - treatments.indexOf(b.treatment) || a.rate - b.rate,
  );
  const groups: Row[][] = [];
  for (const row of sorted) {
    const last = groups.at(-1);
    if (last?.[0]?.treatment === row.treatment && last[0].rate === row.rate) last.push(row);
    else groups.push([row]);
  }
  const whole = (group: readonly Row[]): bigint => group.reduce((all, row) => all + row.amount, 0n);
  const offs = oracleSplit(discount, groups.map(whole));
  const totals: OracleTotals = { net: 0n, tax: 0n, gross: 0n, taxes: [] };
  for (const [k, group] of groups.entries()) {
    const { treatment, rate } = group[0] ?? { treatment: '', rate: 0 };
    const off = offs[k] ?? 0n;
    const percent = BigInt(rate);
    const taxOn = (amount: bigint): bigint =>
      roundedQuotient(amount * percent, quote.pricesIncludeTax ? 100_000n + percent : 100_000n);
    const stated = whole(group) - off;
    let tax = taxOn(stated);
    if (quote.taxRounding === 'LINE') {
      const amounts = group.map((row) => row.amount).toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0));
      const shares = oracleSplit(off, amounts);
      tax = amounts.reduce((all, amount, line) => all + taxOn(amount - (shares[line] ?? 0n)), 0n);
    }
    const net = quote.pricesIncludeTax ? stated - tax : stated;
    totals.taxes.push([treatment, rate, net, tax]);
    totals.net += net;
    totals.tax += tax;
    totals.gross += net + tax;
  }
  return totals;
}

export function oraclePrice(quote: PricedQuote, choices: readonly Choice[]): OraclePrice {
  const rows = rowsOf(quote, choices);
  const once = rows.filter((row) => row.billing === 'ONCE');
  const subtotal = once.reduce((all, row) => all + row.amount, 0n);
  const discount = subtotal - reduced(subtotal, quote.discount);
  const recurring: OraclePrice['recurring'] = [];
  for (const billing of ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY']) {
    const again = rows.filter((row) => row.billing === billing);
    if (again.length > 0) recurring.push([billing, oracleTotals(again, 0n, quote)]);
  }
  return { totals: oracleTotals(once, discount, quote), subtotal, discount, recurring };
}

/** What each stage of a plan that fits comes to: largest remainders for shares alone, otherwise rounded parts and the rest. */
export function oracleStages(gross: bigint, stages: readonly StagePart[]): bigint[] {
  if (stages.every((stage) => stage.percent !== null))
    return oracleSplit(
      gross,
      stages.map((stage) => BigInt(stage.percent ?? 0)),
    );
  const parts = stages.map((stage) =>
    stage.percent === null
      ? BigInt(stage.amount ?? 0)
      : roundedQuotient(gross * BigInt(stage.percent), 100_000n),
  );
  const rest = parts.reduce((left, part) => left - part, gross);
  return stages.map((stage, k) =>
    stage.percent === null && stage.amount === null ? rest : (parts[k] ?? 0n),
  );
}
