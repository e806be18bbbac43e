/**
 * What the company earns on what it sells; the customer never sees it. A price of $165.00 with 10 % GST inside is $150.00
 * without; a cost of $60.00, which is always without tax, leaves $90.00, so the margin is 60 %. Tax is nobody's earning, so
 * it is taken out first, whether the price has it inside or not.
 */
import { hundredPercent } from './discount.ts';
import { type MinorUnits, minor, scale, sum } from './money.ts';
import {
  type Billing,
  type Choice,
  type PricedItem,
  type PricedOption,
  type PricedQuote,
  quotePrice,
} from './pricing.ts';

/** What it costs, what is left of the net price, and that as thousandths of a percent of the net price. */
export type Margin = Readonly<{ cost: MinorUnits; profit: MinorUnits; rate: number }>;

/** How a price is meant: with its tax inside or not, and at which rate. */
export type TaxedPrice = Readonly<{ price: MinorUnits; pricesIncludeTax: boolean; taxRate: number }>;

type Costed = Readonly<{ cost: MinorUnits | null }>;

/** A quote whose lines and options may say what one of them costs the company. */
export type CostedQuote = PricedQuote<PricedItem & Costed, PricedOption & Costed>;

/** The price without its tax. $110.00 with 10 % inside is $100.00. */
export const netOf = ({ price, pricesIncludeTax, taxRate }: TaxedPrice): MinorUnits =>
  pricesIncludeTax ? minor(price - scale(price, taxRate, hundredPercent + taxRate)) : price;

/** The price with its tax. $100.00 with 10 % on top is $110.00. */
export const grossOf = ({ price, pricesIncludeTax, taxRate }: TaxedPrice): MinorUnits =>
  pricesIncludeTax ? price : sum([price, scale(price, taxRate, hundredPercent)]);

/** What is left of a net amount; null when there is no cost to compare, or nothing is charged. Negative for a loss. */
export function marginOf(net: MinorUnits, cost: MinorUnits | null): Margin | null {
  if (cost === null || net === 0) return null;
  const profit = minor(net - cost);
  return { cost, profit, rate: scale(profit, hundredPercent, net) };
}

/**
 * What the quote earns with these choices on what is charged in one rhythm, after every discount. Null while one of the
 * parts does not say what it costs: half a margin would look like a whole one.
 */
export function quoteMargin(
  quote: CostedQuote,
  choices: readonly Choice[],
  billing: Billing = 'ONCE',
): Margin | null {
  const lines = quote.lines.filter((line) => line.billing === billing);
  const chosen = choices.flatMap(({ optionId, quantity }) => {
    const option = quote.options.find(({ id }) => id === optionId);
    return option?.billing === billing && quantity > 0 ? [{ cost: option.cost, quantity }] : [];
  });
  const costs = [
    ...lines.map(({ cost, quantity }) => (cost === null ? null : scale(cost, quantity, 1000))),
    ...chosen.map(({ cost, quantity }) => (cost === null ? null : scale(cost, quantity, 1))),
  ];
  const known = costs.filter((cost) => cost !== null);
  if (known.length < costs.length) return null;
  const { totals, recurring } = quotePrice(quote, choices);
  const net =
    billing === 'ONCE' ? totals.net : recurring.find((part) => part.billing === billing)?.totals.net;
  return marginOf(net ?? minor(0), sum(known));
}
