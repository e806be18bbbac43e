import type { QuotePrice } from '@countersign/api/domain/pricing';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { per } from '../../ui/billing-words.ts';
import { Amount } from '../../ui/figures.tsx';
import { hasOnce } from './quote-price.ts';

type Props = { quote: Quote_AllFragment; price: Pick<QuotePrice, 'totals' | 'recurring'> };

/** The price in one glance: the amount that is charged once, or for a retainer the first one that recurs. */
export function MainAmount({ quote, price }: Props) {
  const { currency } = quote;
  const first = hasOnce(quote) ? null : price.recurring[0];
  if (!first) return <Amount money={{ amount: price.totals.gross, currency }} />;
  return (
    <>
      <Amount money={{ amount: first.totals.gross, currency }} /> <small>{per[first.billing]}</small>
    </>
  );
}

/** `then $49.00 per month`, for each rhythm that the main amount does not say. */
export function ThenAmounts({ quote, price }: Props) {
  const { currency } = quote;
  const others = hasOnce(quote) ? price.recurring : price.recurring.slice(1);
  if (others.length === 0) return null;
  return (
    <>
      {others.map(({ billing, totals }) => (
        <span key={billing} className="under then">
          {hasOnce(quote) ? 'then' : 'and'} <Amount money={{ amount: totals.gross, currency }} />{' '}
          {per[billing]}
        </span>
      ))}
    </>
  );
}
