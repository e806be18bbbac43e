import type { CurrencyCode, Money } from '@countersign/api/domain/money';
import { quoteTotals, type Totals } from '@countersign/api/domain/pricing';
import { stageTotals } from '@countersign/api/domain/stages';
import type { Quote_AllFragment, Totals_AllFragment } from '../../gql/graphql.ts';

/** What the quote comes to with these options, by the server's own arithmetic. */
export function totalsWith(quote: Quote_AllFragment, optionIds: readonly string[]): Totals {
  return quoteTotals(
    {
      pricesIncludeTax: quote.pricesIncludeTax,
      lines: quote.lines.map(({ quantity, unitPrice, taxRate }) => ({
        quantity,
        unitPrice: unitPrice.amount,
        taxRate,
      })),
      options: quote.options.map(({ id, price, taxRate }) => ({ id, price: price.amount, taxRate })),
    },
    optionIds,
  );
}

export function stageAmounts(quote: Quote_AllFragment, totals: Totals): Money[] {
  return stageTotals(totals, quote.stages).map(({ gross }) => ({ amount: gross, currency: quote.currency }));
}

/** The same figures in the shape in which the server sends them. */
export function inCurrency({ net, tax, gross, taxes }: Totals, currency: CurrencyCode): Totals_AllFragment {
  return {
    net: { amount: net, currency },
    tax: { amount: tax, currency },
    gross: { amount: gross, currency },
    taxes: taxes.map(({ rate, ...of }) => ({
      rate,
      net: { amount: of.net, currency },
      tax: { amount: of.tax, currency },
    })),
  };
}

export function sentTotals({ net, tax, gross, taxes }: Totals_AllFragment): Totals {
  return {
    net: net.amount,
    tax: tax.amount,
    gross: gross.amount,
    taxes: taxes.map((of) => ({ rate: of.rate, net: of.net.amount, tax: of.tax.amount })),
  };
}
