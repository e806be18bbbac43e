import { type Choice, quotePrice, type QuotePrice, type Totals } from '@countersign/api/domain/pricing';
import { stageTotals } from '@countersign/api/domain/stages';
import type { MinorUnits } from '@countersign/api/domain/money';
import type { Discount_PartFragment, Quote_AllFragment } from '../../gql/graphql.ts';

/** What the quote comes to with these choices, by the server's own arithmetic. */
export const priceWith = (quote: Quote_AllFragment, choices: readonly Choice[]): QuotePrice =>
  quotePrice(
    {
      pricesIncludeTax: quote.pricesIncludeTax,
      taxRounding: quote.taxRounding,
      discount: plain(quote.discount),
      lines: quote.lines.map((line) => ({
        ...line,
        unitPrice: line.unitPrice.amount,
        discount: plain(line.discount),
      })),
      options: quote.options.map((option) => ({ ...option, price: option.price.amount })),
    },
    choices,
  );

const plain = (discount: Discount_PartFragment | null) =>
  discount && { percent: discount.percent, amount: discount.amount?.amount ?? null };

export const stageAmounts = (quote: Quote_AllFragment, totals: Totals): MinorUnits[] =>
  stageTotals(
    totals,
    quote.stages.map(({ percent, fixedAmount }) => ({ percent, amount: fixedAmount?.amount ?? null })),
  ).map(({ gross }) => gross);

/** Whether anything of the quote is charged once; a retainer has no such total to show. */
export const hasOnce = ({ lines, options }: Quote_AllFragment): boolean =>
  [...lines, ...options].some(({ billing }) => billing === 'ONCE');
