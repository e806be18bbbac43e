import type { ChoiceProblem } from '@countersign/api/domain/options';
import type { QuotePrice } from '@countersign/api/domain/pricing';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { leadTo } from './lead-to.ts';
import { LastDay } from './quote-head.tsx';
import { MainAmount, ThenAmounts } from './recurring-words.tsx';

type Props = { quote: Quote_AllFragment; price: QuotePrice; problem: ChoiceProblem | null };

/**
 * The total beside the text, or at the foot of a phone. It sticks inside the reading part only, so it is gone where
 * the form begins and cannot lie over a field that is being filled in.
 */
export function TotalBar({ quote, price, problem }: Props) {
  return (
    <aside className="total-bar no-print" aria-label="Total">
      <p className="total-now" aria-live="polite">
        <span className="fine">Total with {quote.company.taxLabel || 'tax'}</span>
        <strong>
          <MainAmount quote={quote} price={price} />
        </strong>
        <ThenAmounts quote={quote} price={price} />
      </p>
      <p className="wide-only">
        <span className="fine under">Open until</span>
        <LastDay quote={quote} />
      </p>
      <p className="bar-actions">
        <button type="button" className="primary" onClick={() => leadTo(problem ?? 'sign-title')}>
          {problem ? 'Choose options' : 'Review and sign'}
        </button>
        <button type="button" className="secondary" onClick={() => leadTo('talk-title')}>
          Ask<span className="wide-words"> or change</span>
        </button>
      </p>
    </aside>
  );
}
