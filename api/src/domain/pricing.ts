/**
 * What a quote comes to; every figure anywhere is computed here. Each line is quantity times price, rounded to the cent, less
 * its discount; what is charged once is added up and reduced by the discount of the quote; then comes the tax (tax.ts). What
 * is charged again and again has totals of its own, one for each rhythm, and the discount of the quote leaves it alone.
 * $3,299.00 and two options of $225.00 with 10 % GST inside make $3,749.00, and an option of $49.00 a month makes $49.00 a
 * month beside it. Without the tax inside, 1.5 h at $0.33 is $0.50 (49.5 cents), and 10 % on it is $0.05.
 */
import { type Discount, discountOf } from './discount.ts';
import { type MinorUnits, minor, scale, sum } from './money.ts';
import { type TaxedAmount, type TaxRule, type Totals, type TaxTreatment, taxed } from './tax.ts';

export type { Discount } from './discount.ts';
export { taxRoundings, taxTreatments } from './tax.ts';
export type { TaxRounding, TaxTotal, TaxTreatment, Totals } from './tax.ts';

/** How often something is charged. */
export const billings = ['ONCE', 'DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'] as const;

/** One of the rhythms. */
export type Billing = (typeof billings)[number];

/** A line: thousandths of a piece, the price of one, what is taken off, and the tax rate in thousandths of a percent. */
export type PricedItem = Readonly<{
  quantity: number;
  unitPrice: MinorUnits;
  discount: Discount | null;
  taxTreatment: TaxTreatment;
  taxRate: number;
  billing: Billing;
}>;

/** Something to choose: the price of one whole piece, and how it is taxed and charged. */
export type PricedOption = Readonly<{
  id: string;
  price: MinorUnits;
  taxTreatment: TaxTreatment;
  taxRate: number;
  billing: Billing;
}>;

/** How many whole pieces of which option somebody takes. */
export type Choice = Readonly<{ optionId: string; quantity: number }>;

/** The part of a quote that decides its price. `discount` is for what is charged once. */
export type PricedQuote<
  Line extends PricedItem = PricedItem,
  Option extends PricedOption = PricedOption,
> = TaxRule & Readonly<{ discount: Discount | null; lines: readonly Line[]; options: readonly Option[] }>;

/** What one period of one rhythm comes to. */
export type RecurringPrice = Readonly<{ billing: Billing; totals: Totals }>;

/**
 * `totals` is what is charged once; `subtotal` are its lines and options before the `discount` of the quote, both with or
 * without tax as the prices are. `recurring` has the rhythms that occur, in the order of `billings`.
 */
export type QuotePrice = Readonly<{
  totals: Totals;
  subtotal: MinorUnits;
  discount: MinorUnits;
  recurring: readonly RecurringPrice[];
}>;

/** Quantity times price, rounded half away from zero, before the line's discount. */
export const listAmount = (item: Pick<PricedItem, 'quantity' | 'unitPrice'>): MinorUnits =>
  scale(item.unitPrice, item.quantity, 1000);

/** What the line comes to: its rounded list amount less its rounded discount; with or without tax, as the price was. */
export function lineAmount(item: Pick<PricedItem, 'quantity' | 'unitPrice' | 'discount'>): MinorUnits {
  const list = listAmount(item);
  return item.discount === null ? list : minor(list - discountOf(list, item.discount));
}

/** What so many whole pieces of the option come to. */
export const optionAmount = (option: Pick<PricedOption, 'price'>, quantity: number): MinorUnits =>
  scale(option.price, quantity, 1);

/** How many of each option are taken: each counted once, and nothing that is no whole number of pieces. */
function quantitiesOf(choices: readonly Choice[]): Map<string, number> {
  const quantities = new Map<string, number>();
  for (const { optionId, quantity } of choices) {
    if (quantity > 0 && Number.isSafeInteger(quantity) && !quantities.has(optionId))
      quantities.set(optionId, quantity);
  }
  return quantities;
}

/**
 * What the quote comes to with these choices. An id that is no option of the quote adds nothing, and lines are always in:
 * whether a choice is allowed is for the gate to say (options.ts), not for the arithmetic. The order of lines, options and
 * choices makes no difference. A RangeError when a sum is too large to be exact.
 */
export function quotePrice(quote: PricedQuote, choices: readonly Choice[]): QuotePrice {
  const parts = new Map<Billing, TaxedAmount[]>();
  const add = ({ taxTreatment, taxRate, billing }: PricedItem | PricedOption, amount: MinorUnits) => {
    const part = { taxTreatment, taxRate, amount };
    const known = parts.get(billing);
    if (known === undefined) parts.set(billing, [part]);
    else known.push(part);
  };
  for (const line of quote.lines) add(line, lineAmount(line));
  const quantities = quantitiesOf(choices);
  for (const option of quantities.size === 0 ? [] : quote.options) {
    const quantity = quantities.get(option.id);
    if (quantity !== undefined) add(option, optionAmount(option, quantity));
  }
  const once = parts.get('ONCE') ?? [];
  const subtotal = sum(once.map((part) => part.amount));
  const discount = discountOf(subtotal, quote.discount);
  const recurring = billings.flatMap((billing): RecurringPrice[] => {
    const again = billing === 'ONCE' ? undefined : parts.get(billing);
    return again === undefined ? [] : [{ billing, totals: taxed(again, minor(0), quote) }];
  });
  return { totals: taxed(once, discount, quote), subtotal, discount, recurring };
}

/**
 * Whether the quote has an exact price whatever the customer chooses; prices of 0 or more are taken for granted. Everything
 * at its most and without a discount is more than any choice can come to.
 */
export function isPriceable(
  quote: PricedQuote<PricedItem, PricedOption & Readonly<{ maxQuantity: number }>>,
): boolean {
  try {
    const most = quote.options.map(({ id, maxQuantity }) => ({ optionId: id, quantity: maxQuantity }));
    quotePrice({ ...quote, discount: null }, most);
    quotePrice(quote, []);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
