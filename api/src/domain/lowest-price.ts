/**
 * The least that a customer can choose, so that stages and discounts are held against it before the quote is approved. With a
 * line of $1,000.00 and a required choice between $200.00 and $300.00 it is $1,200.00.
 */
import { type Discount, discountOf, hundredPercent } from './discount.ts';
import { type MinorUnits, minor, scale, sum } from './money.ts';
import type { Offer, OptionRules } from './option-rules.ts';
import { optionAmount, type PricedItem, type PricedOption, type PricedQuote, quotePrice } from './pricing.ts';

/** What the bound looks at: the prices of a quote with its rules of choosing. */
export type PricedOffer = PricedQuote<PricedItem, PricedOption & OptionRules> &
  Readonly<{ groups: Offer['groups'] }>;

/** Lower bounds of what is charged once: before the discount of the quote (as the prices are), and all in all with tax. */
export type LowestPrice = Readonly<{ subtotal: MinorUnits; gross: MinorUnits }>;

/** The least that the required groups add, by what an option adds at its least quantity. */
function leastOfGroups(
  offer: PricedOffer,
  adds: (option: PricedOption, amount: MinorUnits) => number,
): MinorUnits {
  const least = offer.groups.flatMap(({ id, min }) =>
    offer.options
      .filter((option) => option.groupId === id)
      .map((option) => {
        const amount = optionAmount(option, Math.max(1, option.minQuantity));
        return option.billing === 'ONCE' ? minor(adds(option, amount)) : minor(0);
      })
      .toSorted((a, b) => a - b)
      .slice(0, Math.max(0, min)),
  );
  return sum(least);
}

/** Tax of one option alone, rounded down: with others it adds at least so much. */
function taxAtLeast({ taxRate }: PricedOption, amount: MinorUnits): number {
  const tax = scale(amount, taxRate, hundredPercent);
  return Math.max(0, tax - 1);
}

/** As many units as the rounding of a discount, of its spread and of the taxes on what is left can move a total, at most. */
function roundingOf({ taxRounding, lines, options }: PricedOffer): number {
  const once = [...lines, ...options].filter((part) => part.billing === 'ONCE');
  if (taxRounding === 'LINE') return 2 + 3 * once.length;
  return 2 + 2 * new Set(once.map((part) => `${part.taxTreatment} ${part.taxRate}`)).size;
}

/** What is left of a total with tax when the quote is reduced: more of everything that it is made of never leaves less. */
function reduced(gross: MinorUnits, subtotal: MinorUnits, { percent, amount }: Discount): number {
  if (percent !== null)
    return Number((BigInt(gross) * BigInt(hundredPercent - percent)) / BigInt(hundredPercent));
  const left = subtotal - (amount ?? 0);
  return left <= 0 ? 0 : Number((BigInt(gross) * BigInt(left)) / BigInt(subtotal));
}

/**
 * No allowed choice comes to less: the lines and the cheapest members of each required group. Exact when nothing that is
 * charged once can be chosen; otherwise it can be a few units too low where a discount is spread over several taxes.
 */
export function lowestPrice(offer: PricedOffer): LowestPrice {
  const base = quotePrice({ ...offer, discount: null }, []);
  const subtotal = sum([base.subtotal, leastOfGroups(offer, (_, amount) => amount)]);
  if (offer.pricesIncludeTax)
    return { subtotal, gross: minor(subtotal - discountOf(subtotal, offer.discount)) };
  if (offer.options.every((option) => option.billing !== 'ONCE'))
    return { subtotal, gross: quotePrice(offer, []).totals.gross };
  const before = sum([
    base.totals.gross,
    leastOfGroups(offer, (option, amount) => amount + taxAtLeast(option, amount)),
  ]);
  if (offer.discount === null) return { subtotal, gross: before };
  const gross = reduced(before, subtotal, offer.discount) - roundingOf(offer);
  return { subtotal, gross: minor(Math.max(0, gross)) };
}
