import { minor } from '../../api/src/domain/money.ts';
import { quoteTotals } from '../../api/src/domain/pricing.ts';
import { optionCount, lineCount } from './sample-quotes.ts';

const quote = {
  pricesIncludeTax: true,
  lines: Array.from({ length: lineCount }, (_, at) => ({
    quantity: 1500 + at,
    unitPrice: minor(9_900 + at),
    taxRate: at % 3 === 0 ? 0 : 10_000,
  })),
  options: Array.from({ length: optionCount }, (_, at) => ({
    id: `option-${at}`,
    price: minor(45_000 + at),
    taxRate: 10_000,
  })),
};
const chosen = quote.options.map(({ id }) => id);

/** How many quotes of 20 lines and 6 options, all chosen, are priced in a second. */
export function pricingRate(milliseconds: number): number {
  let count = 0;
  let gross = 0;
  const started = performance.now();
  while (performance.now() - started < milliseconds) {
    for (let round = 0; round < 100; round += 1) gross += quoteTotals(quote, chosen).gross;
    count += 100;
  }
  // Used, or the compiler might price nothing at all.
  if (!(gross > 0)) throw new Error('The quote came to nothing');
  return count / ((performance.now() - started) / 1000);
}
