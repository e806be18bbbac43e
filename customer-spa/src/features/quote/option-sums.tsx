import { sum } from '@countersign/api/domain/money';
import { billings, type Choice, optionAmount } from '@countersign/api/domain/pricing';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { fromWords, per } from '../../ui/billing-words.ts';
import { TotalsRow } from '../../ui/totals-table.tsx';

type Props = { quote: Quote_AllFragment; choices: readonly Choice[] };

/** What the chosen options come to, once and in each rhythm, as their prices are: with or without tax. */
export function OptionSums({ quote, choices }: Props) {
  const tax = quote.company.taxLabel || 'tax';
  const rows = billings.flatMap((billing) => {
    const amounts = choices.flatMap(({ optionId, quantity }) => {
      const option = quote.options.find(({ id }) => id === optionId);
      return option?.billing === billing ? [optionAmount({ price: option.price.amount }, quantity)] : [];
    });
    return amounts.length > 0 ? [{ billing, amount: sum(amounts) }] : [];
  });
  return (
    <dl className="totals option-sums">
      {rows.map(({ billing, amount }) => (
        <TotalsRow
          key={billing}
          label={
            <>
              Chosen options{billing !== 'ONCE' && `, ${per[billing]}`}
              <span className="fine">
                {' '}
                {[
                  quote.pricesIncludeTax ? `incl. ${tax}` : `without ${tax}`,
                  billing !== 'ONCE' && fromWords(quote.effectiveDate),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </>
          }
          amount={amount}
          currency={quote.currency}
        />
      ))}
    </dl>
  );
}
