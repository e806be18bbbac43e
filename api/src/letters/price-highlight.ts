import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { rhythm, taxName } from './price-words.ts';
import type { PriceToPrint } from './price-table.ts';
import type { PrintedDocument } from './printed-document.ts';
import type { Wording } from './wording.ts';

/** The price of a quote at the top of its first page: what is charged once, or the first rhythm where nothing is. */
export function priceHighlight(
  { company: { taxLabel } }: QuoteSnapshot,
  { price, totalLabel }: PriceToPrint,
  words: Wording,
): PrintedDocument['highlight'] {
  const [first, ...more] = price.recurring;
  const note = (tax: number, later: typeof price.recurring) => {
    const including = tax > 0 ? `Including ${taxName(taxLabel)}` : '';
    const again = later.map(({ billing, totals }) => `${words.amount(totals.gross)} ${rhythm(billing)}`);
    return [including, again.length === 0 ? '' : `then ${again.join(' and ')}`]
      .filter((part) => part !== '')
      .join('; ');
  };
  if (price.totals.taxes.length === 0 && first !== undefined)
    return {
      label: `${totalLabel} ${rhythm(first.billing)}`,
      value: words.amount(first.totals.gross),
      note: note(first.totals.tax, more),
    };
  return {
    label: totalLabel,
    value: words.amount(price.totals.gross),
    note: note(price.totals.tax, price.recurring),
  };
}
