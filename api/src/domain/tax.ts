/**
 * Tax on amounts that are treated in different ways. Lines of one treatment and one rate are added up and the tax is computed
 * once on their sum (EN 16931, BR-CO-17, and the Australian total-invoice rule), or on each line where the company rounds
 * there. Three times 4 cents at 10 % make 1 cent of tax on the document, and none line by line. Prices with the tax inside
 * keep their total: of $3,749.00 with 10 % GST inside, 3749.00 × 10 / 110 = $340.82 is tax and $3,408.18 is net.
 */
import { hundredPercent } from './discount.ts';
import { type MinorUnits, minor, scale, split, sum } from './money.ts';

/** How something is taxed: the categories S, Z, E and AE of EN 16931. */
export const taxTreatments = ['STANDARD', 'ZERO_RATED', 'EXEMPT', 'REVERSE_CHARGE'] as const;

/** One of the treatments. */
export type TaxTreatment = (typeof taxTreatments)[number];

/** Where tax is rounded: once for each treatment and rate of the document, or on each line. */
export const taxRoundings = ['DOCUMENT', 'LINE'] as const;

/** One of the places. */
export type TaxRounding = (typeof taxRoundings)[number];

/** The tax on everything that is treated alike and carries one rate (thousandths of a percent). */
export type TaxTotal = Readonly<{ treatment: TaxTreatment; rate: number; net: MinorUnits; tax: MinorUnits }>;

/** What a document adds up to: net + tax = gross, for every treatment and rate and in all. Treatments in order, lowest rate first. */
export type Totals = Readonly<{
  net: MinorUnits;
  tax: MinorUnits;
  gross: MinorUnits;
  taxes: readonly TaxTotal[];
}>;

/** Whether both are taxed alike. */
export const isTaxedAlike = (
  a: Pick<TaxTotal, 'treatment' | 'rate'>,
  b: Pick<TaxTotal, 'treatment' | 'rate'>,
): boolean => a.treatment === b.treatment && a.rate === b.rate;

/** What is left of each treatment and rate after something is taken off; what is not there cannot be taken off. */
export const lessTaxes = (taxes: readonly TaxTotal[], off: readonly TaxTotal[]): TaxTotal[] =>
  taxes.map((part) => {
    const same = off.filter((other) => isTaxedAlike(other, part));
    return {
      ...part,
      net: minor(part.net - sum(same.map(({ net }) => net))),
      tax: minor(part.tax - sum(same.map(({ tax }) => tax))),
    };
  });

/** How amounts become totals. */
export type TaxRule = Readonly<{ pricesIncludeTax: boolean; taxRounding: TaxRounding }>;

/** An amount, with or without tax as the prices are, and how it is taxed. */
export type TaxedAmount = Readonly<{ taxTreatment: TaxTreatment; taxRate: number; amount: MinorUnits }>;

type Group = Readonly<{ treatment: TaxTreatment; rate: number; amounts: MinorUnits[] }>;

/** The totals that the parts make. */
export const totalsOf = (taxes: readonly TaxTotal[]): Totals => {
  const net = sum(taxes.map((part) => part.net));
  const tax = sum(taxes.map((part) => part.tax));
  return { net, tax, gross: sum([net, tax]), taxes };
};

/** Far above any rate, so that a treatment and a rate make one number to sort by. */
const beyondRates = 2 ** 40;

function groupsOf(parts: readonly TaxedAmount[]): Group[] {
  const groups = new Map<number, Group>();
  for (const { taxTreatment, taxRate, amount } of parts) {
    const key = taxTreatments.indexOf(taxTreatment) * beyondRates + taxRate;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { treatment: taxTreatment, rate: taxRate, amounts: [amount] });
    else known.amounts.push(amount);
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

const taxOn = (amount: MinorUnits, rate: number, inside: boolean): MinorUnits =>
  scale(amount, rate, inside ? hundredPercent + rate : hundredPercent);

/** Nothing is taken off an amount below zero. */
const weights = (amounts: readonly MinorUnits[]): number[] => amounts.map((amount) => Math.max(0, amount));

/** The tax line by line. Largest first, so that the cents of a discount fall alike in whatever order the lines stand. */
function taxOfLines({ amounts, rate }: Group, discount: MinorUnits, inside: boolean): MinorUnits {
  if (discount === 0) return sum(amounts.map((amount) => taxOn(amount, rate, inside)));
  const sorted = amounts.toSorted((a, b) => b - a);
  const off = split(discount, weights(sorted));
  return sum(sorted.map((amount, k) => taxOn(minor(amount - (off[k] ?? 0)), rate, inside)));
}

/**
 * The totals of the amounts less a discount of the whole, which is spread over treatments and rates in proportion. The order
 * of the amounts makes no difference. A RangeError when a sum is too large to be exact.
 */
export function taxed(parts: readonly TaxedAmount[], discount: MinorUnits, rule: TaxRule): Totals {
  const groups = groupsOf(parts);
  const sums = groups.map((group) => sum(group.amounts));
  const off = discount === 0 ? [] : split(discount, weights(sums));
  const inside = rule.pricesIncludeTax;
  return totalsOf(
    groups.map((group, k): TaxTotal => {
      const share = off[k] ?? minor(0);
      const amount = minor((sums[k] ?? 0) - share);
      const tax =
        rule.taxRounding === 'LINE' ? taxOfLines(group, share, inside) : taxOn(amount, group.rate, inside);
      // What the customer was shown with tax stays as it is, and the net is what is left of it.
      return {
        treatment: group.treatment,
        rate: group.rate,
        net: inside ? minor(amount - tax) : amount,
        tax,
      };
    }),
  );
}
