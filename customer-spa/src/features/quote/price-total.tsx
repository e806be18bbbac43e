import { minor } from '@countersign/api/domain/money';
import type { QuotePrice } from '@countersign/api/domain/pricing';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { fromWords, per } from '../../ui/billing-words.ts';
import { capital } from '../../ui/tax-words.ts';
import { TotalsRow, TotalsTable } from '../../ui/totals-table.tsx';
import { discountWords } from './line-words.ts';
import { hasOnce } from './quote-price.ts';

type Props = {
  quote: Quote_AllFragment;
  price: QuotePrice;
  title?: string;
};

/** What it comes to once, and in each rhythm. */
export function PriceTotal({ quote, price, title = 'Total' }: Props) {
  const { currency, discount, company } = quote;
  const { taxLabel } = company;
  return (
    <section aria-labelledby="total-title">
      <h2 id="total-title">{title}</h2>
      {hasOnce(quote) && (
        <TotalsTable totals={price.totals} currency={currency} taxLabel={taxLabel}>
          {discount && (
            <>
              <TotalsRow label="Subtotal" amount={price.subtotal} currency={currency} />
              <TotalsRow
                label={discount.percent === null ? 'Discount' : `Discount of ${discountWords(discount)}`}
                amount={minor(-price.discount)}
                currency={currency}
              />
            </>
          )}
        </TotalsTable>
      )}
      {price.recurring.map(({ billing, totals }) => (
        <TotalsTable
          key={billing}
          totals={totals}
          currency={currency}
          taxLabel={taxLabel}
          total={
            <>
              {hasOnce(quote) ? `Then ${per[billing]}` : capital(per[billing])}
              <span className="fine under">{fromWords(quote.effectiveDate)}</span>
            </>
          }
        />
      ))}
      {quote.taxNotes.map((note) => (
        <p key={note} className="fine tax-note">
          {note}
        </p>
      ))}
    </section>
  );
}
