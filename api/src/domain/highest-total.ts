/**
 * The most that a customer can choose, so that a limit cannot be passed by moving things into options. With a line of
 * $1,000.00 and a choice of one between $200.00 and $300.00 for up to 5 pieces it is $2,500.00; of what recurs, one period
 * counts.
 */
import { hundredPercent } from './discount.ts';
import type { PricedOffer } from './lowest-price.ts';
import { type MinorUnits, minor, scale, sum } from './money.ts';
import type { OptionRules } from './option-rules.ts';
import { optionAmount, type PricedOption, quotePrice } from './pricing.ts';

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

/** With tax: what is charged once and one period of everything that recurs, with the dearest options at their most. */
export function highestTotal(offer: PricedOffer): MinorUnits {
  const choices = dearest(offer).map(({ id, maxQuantity }) => ({ optionId: id, quantity: maxQuantity }));
  const { totals, recurring } = quotePrice(offer, choices);
  return sum([totals.gross, ...recurring.map((part) => part.totals.gross)]);
}
