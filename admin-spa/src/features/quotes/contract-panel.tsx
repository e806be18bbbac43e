import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { QuoteContractFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Panel } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { quoteLabel } from '../../ui/words.ts';
import styles from './contract-panel.module.css';

graphql(`
  fragment QuoteContract on Quote {
    contractValue {
      amount
      currency
    }
    totals {
      gross {
        amount
        currency
      }
    }
    changeOrders {
      id
      number
      title
      status
      cancelReason
      isExpired
      changeKind
      totals {
        gross {
          amount
          currency
        }
      }
    }
  }
`);

type Change = QuoteContractFragment['changeOrders'][number];

/** What is agreed now: the quote and its signed changes. Without a change the quote says it all. */
export function ContractPanel({ quote }: { quote: QuoteContractFragment }) {
  if (quote.changeOrders.length === 0 || quote.contractValue === null) return null;
  return (
    <Panel title="Contract value">
      <dl className={styles.sums}>
        <div>
          <dt>As first signed</dt>
          <dd>
            <Amount of={quote.totals.gross} />
          </dd>
        </div>
        {quote.changeOrders.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
        <div data-total>
          <dt>Agreed now</dt>
          <dd>
            <Amount of={quote.contractValue} />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

/** What is not signed counts for nothing yet, and says so. */
function ChangeRow({ change }: { change: Change }) {
  const { tone, label } = quoteLabel(change);
  return (
    <div data-open={change.status !== 'ACCEPTED'}>
      <dt>
        <Link to="/quotes/$quoteId" params={{ quoteId: change.id }}>
          {change.title}
        </Link>{' '}
        <Status tone={tone}>{label}</Status>
      </dt>
      <dd>
        {change.changeKind === 'REDUCTION' ? '−' : '+'}
        <Amount of={change.totals.gross} />
      </dd>
    </div>
  );
}
