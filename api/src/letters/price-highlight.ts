import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { includingTax, rhythm } from './price-words.ts';
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
    const including = tax > 0 ? capital(includingTax(taxLabel, words)) : '';
    const again = later.map(
      ({ billing, totals }) => `${words.amount(totals.gross)} ${rhythm(billing, words)}`,
    );
    return [
      including,
      again.length === 0 ? '' : words.say.price.andThen(again.join(` ${words.say.price.and} `)),
    ]
      .filter((part) => part !== '')
      .join('; ');
  };
  if (price.totals.taxes.length === 0 && first !== undefined)
    return {
      label: `${totalLabel} ${rhythm(first.billing, words)}`,
      value: words.amount(first.totals.gross),
      note: note(first.totals.tax, more),
    };
  return {
    label: totalLabel,
    value: words.amount(price.totals.gross),
    note: note(price.totals.tax, price.recurring),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
