import type { Discount, QuotePrice, Totals } from '../domain/pricing.ts';
import { includingTax, isTaxed, rhythm, taxName, taxTotalWords } from './price-words.ts';
import type { PrintedTotal } from './printed-document.ts';
import type { Wording } from './wording.ts';

const plainRow = (label: string, value: string): PrintedTotal => ({ label, value, weight: 'PLAIN' });

/** Net, tax by tax, and what is to be paid; one row where there is no tax to speak of. */
export function totalRows(
  totals: Totals,
  taxLabel: string,
  totalLabel: string,
  words: Wording,
): PrintedTotal[] {
  const tax = taxName(taxLabel, words);
  const total: PrintedTotal = { label: totalLabel, value: words.amount(totals.gross), weight: 'STRONG' };
  if (!isTaxed(totals)) return [total];
  const isOneOfMany = totals.taxes.length > 1;
  return [
    plainRow(words.say.tax.totalWithout(tax), words.amount(totals.net)),
    ...totals.taxes.map((of) => plainRow(taxTotalWords(of, tax, isOneOfMany, words), words.amount(of.tax))),
    total,
  ];
}

/** The same for what is charged once, with the discount before and what is charged again and again after it. */
export function priceRows(
  price: QuotePrice,
  quote: Readonly<{ discount: Discount | null; taxLabel: string; totalLabel: string }>,
  words: Wording,
): PrintedTotal[] {
  const { discount } = quote;
  const { say } = words;
  const share = discount?.percent == null ? '' : ` ${words.rate(discount.percent)}`;
  const reduced =
    price.discount === 0
      ? []
      : [
          plainRow(say.labels.subtotal, words.amount(price.subtotal)),
          plainRow(`${say.labels.discount}${share}`, words.less(price.discount)),
        ];
  const again = price.recurring.map(({ billing, totals }) => {
    const including = totals.tax > 0 ? `, ${includingTax(quote.taxLabel, words)}` : '';
    return plainRow(
      say.price.afterwards(`${rhythm(billing, words)}${including}`),
      words.amount(totals.gross),
    );
  });
  return [...reduced, ...totalRows(price.totals, quote.taxLabel, quote.totalLabel, words), ...again];
}
