/**
 * What a quote comes to. Each line is quantity times price, rounded to the cent first; then the lines of one tax rate are
 * added up and the tax is computed once on their sum (the rule of EN 16931 and of the Australian total-invoice rule).
 * Prices with the tax inside keep their total: $3,299.00 and an option of $450.00 with 10 % GST inside make $3,749.00,
 * of which 3749.00 × 10 / 110 = $340.82 is tax and $3,408.18 is net. Without the tax inside, 1.5 h at $0.33 is $0.50
 * (49.5 cents), and 10 % on it is $0.05.
 */
import { type MinorUnits, minor, scale, sum } from './money.ts';

/** One priced line: thousandths of a piece, the price of one, and the tax rate in thousandths of a percent. */
export type PricedItem = Readonly<{ quantity: number; unitPrice: MinorUnits; taxRate: number }>;

/** The tax on everything that carries one rate (thousandths of a percent). */
export type TaxTotal = Readonly<{ rate: number; net: MinorUnits; tax: MinorUnits }>;

/** What a document adds up to: net + tax = gross, for every rate and in all. Lowest rate first. */
export type Totals = Readonly<{
  net: MinorUnits;
  tax: MinorUnits;
  gross: MinorUnits;
  taxes: readonly TaxTotal[];
}>;

/** The part of a quote that decides its price. */
export type PricedQuote = Readonly<{
  pricesIncludeTax: boolean;
  lines: readonly PricedItem[];
  options: readonly Readonly<{ id: string; price: MinorUnits; taxRate: number }>[];
}>;

/** 100 % as a rate. */
const hundredPercent = 100_000;

/** Quantity times price, rounded half away from zero to the unit; with or without tax, as the price was. */
export const lineAmount = (item: Pick<PricedItem, 'quantity' | 'unitPrice'>): MinorUnits =>
  scale(item.unitPrice, item.quantity, 1000);

/** The totals that the parts of each rate make. */
export const totalsOf = (taxes: readonly TaxTotal[]): Totals => {
  const net = sum(taxes.map((part) => part.net));
  const tax = sum(taxes.map((part) => part.tax));
  return { net, tax, gross: sum([net, tax]), taxes };
};

function taxOf(rate: number, amount: MinorUnits, pricesIncludeTax: boolean): TaxTotal {
  if (!pricesIncludeTax) return { rate, net: amount, tax: scale(amount, rate, hundredPercent) };
  // What the customer was shown is with tax, so that figure stays and the net is what is left of it.
  const tax = scale(amount, rate, hundredPercent + rate);
  return { rate, net: minor(amount - tax), tax };
}

/** The totals of the items. The order of the items makes no difference. A RangeError when a sum is too large to be exact. */
export function price(items: readonly PricedItem[], pricesIncludeTax: boolean): Totals {
  const amounts = new Map<number, MinorUnits[]>();
  for (const item of items) {
    const sameRate = amounts.get(item.taxRate);
    if (sameRate === undefined) amounts.set(item.taxRate, [lineAmount(item)]);
    else sameRate.push(lineAmount(item));
  }
  const byRate = [...amounts].sort(([a], [b]) => a - b);
  return totalsOf(byRate.map(([rate, parts]) => taxOf(rate, sum(parts), pricesIncludeTax)));
}

/**
 * The totals of a quote with the chosen options, each counted once. An id that is no option of the quote adds nothing:
 * whether a choice is allowed is for the gate to say, not for the arithmetic.
 */
export function quoteTotals(quote: PricedQuote, optionIds: readonly string[]): Totals {
  const ids = new Set(optionIds);
  const chosen = quote.options.filter((option) => ids.has(option.id));
  const items = chosen.map((option) => ({
    quantity: 1000,
    unitPrice: option.price,
    taxRate: option.taxRate,
  }));
  return price([...quote.lines, ...items], quote.pricesIncludeTax);
}

/** Whether the quote has an exact price for whatever the customer chooses; prices of 0 or more are taken for granted. */
export function isPriceable(quote: PricedQuote): boolean {
  try {
    quoteTotals(
      quote,
      quote.options.map((option) => option.id),
    );
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
