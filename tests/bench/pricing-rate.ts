import { minor } from '../../api/src/domain/money.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import { lineCount, optionCount } from './sample-quotes.ts';

/** A quote of so many lines and options with every kind of price: discounts, two rates, an exempt part, and some that recur. */
const quoteOf = (lines: number, options: number) => ({
  pricesIncludeTax: true,
  taxRounding: 'DOCUMENT' as const,
  discount: { percent: 2_500, amount: null },
  lines: Array.from({ length: lines }, (_, at) => ({
    quantity: 1500 + at,
    unitPrice: minor(9_900 + at),
    discount: at % 4 === 0 ? { percent: 10_000, amount: null } : null,
    taxTreatment: at % 3 === 0 ? ('EXEMPT' as const) : ('STANDARD' as const),
    taxRate: at % 3 === 0 ? 0 : 10_000,
    billing: at % 10 === 9 ? ('MONTHLY' as const) : ('ONCE' as const),
  })),
  options: Array.from({ length: options }, (_, at) => ({
    id: `option-${at}`,
    price: minor(45_000 + at),
    taxTreatment: 'STANDARD' as const,
    taxRate: at % 2 === 0 ? 10_000 : 5_500,
    billing: 'ONCE' as const,
  })),
});

function rateOf(lines: number, options: number, milliseconds: number): number {
  const quote = quoteOf(lines, options);
  const choices = quote.options.map(({ id }) => ({ optionId: id, quantity: 2 }));
  let count = 0;
  let gross = 0;
  const started = performance.now();
  while (performance.now() - started < milliseconds) {
    for (let round = 0; round < 100; round += 1) gross += quotePrice(quote, choices).totals.gross;
    count += 100;
  }
  // Used, or the compiler might price nothing at all.
  if (!(gross > 0)) throw new Error('The quote came to nothing');
  return count / ((performance.now() - started) / 1000);
}

/** How many quotes of 20 lines and 6 options, all chosen, are priced in a second. */
export const pricingRate = (milliseconds: number): number => rateOf(lineCount, optionCount, milliseconds);

/** The same for a quote of 200 lines and 40 options. */
export const largePricingRate = (milliseconds: number): number => rateOf(200, 40, milliseconds);
