import type { Discount_PartFragment, Quote_AllFragment } from '../../gql/graphql.ts';
import { amountText, quantityText, rateText } from '../../ui/figure-words.ts';
import { taxWords } from '../../ui/tax-words.ts';

type Line = Quote_AllFragment['lines'][number];

/** `1.5 h × $90.00 · 10% discount · GST 10%`. One of something needs no arithmetic shown, unless something is taken off. */
export function lineWords(line: Line, taxLabel: string): string {
  const { quantity, unit, unitPrice, discount } = line;
  const isPlain = quantity === 1000 && !discount;
  const parts = [
    isPlain ? unit : [quantityText(quantity), unit, '×', amountText(unitPrice)].filter(Boolean).join(' '),
    discount && `less ${discountWords(discount)}`,
    taxWords(taxLabel, line),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** `10%` or `$50.00`. */
export function discountWords({ percent, amount }: Discount_PartFragment): string {
  if (percent !== null) return rateText(percent);
  return amount ? amountText(amount) : '';
}
