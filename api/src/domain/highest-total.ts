/**
 * The most that a customer can choose, so that a limit cannot be passed by moving things into options. With a line of
 * $1,000.00 and a choice of one between $200.00 and $300.00 for up to 5 pieces it is $2,500.00; of what recurs, one period
 * counts.
 */
import { discountOf, hundredPercent } from './discount.ts';
import { lowestPrice, type PricedOffer } from './lowest-price.ts';
import { type MinorUnits, minor, scale, sum } from './money.ts';
import type { OptionRules } from './option-rules.ts';
import { optionAmount, type PricedOption, type QuotePrice, quotePrice } from './pricing.ts';

/** What the option adds at its most, with tax and less a percentage of the whole quote. */
function most({ pricesIncludeTax, discount }: PricedOffer, option: PricedOption & OptionRules): number {
  const amount = optionAmount(option, option.maxQuantity);
  const tax = pricesIncludeTax ? minor(0) : scale(amount, option.taxRate, hundredPercent);
  const off = option.billing === 'ONCE' ? (discount?.percent ?? 0) : 0;
  return scale(sum([amount, tax]), hundredPercent - off, hundredPercent);
}

/** The dearest members of each group, as many as can be chosen, and everything outside of groups. */
function dearest(offer: PricedOffer): readonly (PricedOption & OptionRules)[] {
  const { groups, options } = offer;
  const known = new Set(groups.map((group) => group.id));
  const free = options.filter((option) => option.groupId === null || !known.has(option.groupId));
  const grouped = groups.flatMap(({ id, max }) =>
    options
      .filter((option) => option.groupId === id)
      .toSorted((a, b) => most(offer, b) - most(offer, a))
      .slice(0, Math.max(0, max)),
  );
  return [...free, ...grouped];
}

/** What an amount takes off whatever is chosen; it is spread over all taxes, so the lowest of their rates goes with it. */
function leastOff(offer: PricedOffer): MinorUnits {
  const off = discountOf(lowestPrice(offer).subtotal, offer.discount);
  const once = [...offer.lines, ...offer.options].filter((part) => part.billing === 'ONCE');
  const rates = once.map((part) => part.taxRate);
  const lowest = offer.pricesIncludeTax ? 0 : Math.min(hundredPercent, ...rates);
  return sum([off, scale(off, lowest, hundredPercent)]);
}

const totalOf = ({ totals, recurring }: QuotePrice): MinorUnits =>
  sum([totals.gross, ...recurring.map((part) => part.totals.gross)]);

/**
 * With tax: what is charged once and one period of everything that recurs, with the dearest options at their most. No allowed
 * choice comes to more, but for a few units that taxes and a percentage are rounded by. Where an amount is taken off and
 * there is something to choose between, the dearest choice before it need not be the dearest after it; then this is a bound
 * that may lie above every choice.
 */
export function highestTotal(offer: PricedOffer): MinorUnits {
  const chosen = dearest(offer);
  const choices = chosen.map(({ id, maxQuantity }) => ({ optionId: id, quantity: maxQuantity }));
  const isAll = chosen.length === offer.options.length;
  if (isAll || offer.discount === null || offer.discount.amount === null)
    return totalOf(quotePrice(offer, choices));
  const before = totalOf(quotePrice({ ...offer, discount: null }, choices));
  return minor(before - leastOff(offer));
}
