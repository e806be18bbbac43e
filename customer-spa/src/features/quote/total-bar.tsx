import type { Quote_AllFragment, Totals_AllFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/figures.tsx';
import { LastDay } from './quote-head.tsx';

type Props = { quote: Quote_AllFragment; totals: Totals_AllFragment };

/**
 * The total beside the text, or at the foot of a phone. It sticks inside the reading part only, so it is gone where
 * the form begins and cannot lie over a field that is being filled in.
 */
export function TotalBar({ quote, totals }: Props) {
  return (
    <aside className="total-bar no-print" aria-label="Total">
      <p className="total-now" aria-live="polite">
        <span className="fine">Total, {quote.company.taxLabel || 'tax'} included</span>
        <strong>
          <Amount money={totals.gross} />
        </strong>
      </p>
      <p className="wide-only">
        <span className="fine under">Open until</span>
        <LastDay quote={quote} />
      </p>
      <button type="button" className="primary" onClick={toSigning}>
        Review and sign
      </button>
    </aside>
  );
}

function toSigning() {
  const title = document.getElementById('sign-title');
  title?.scrollIntoView();
  title?.focus({ preventScroll: true });
}
