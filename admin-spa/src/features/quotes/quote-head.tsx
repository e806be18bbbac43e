import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { QuoteHeadFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { everyBilling, quoteLabel } from '../../ui/words.ts';
import { QuoteActions } from './quote-actions.tsx';

graphql(`
  fragment QuoteHead on Quote {
    id
    version
    number
    title
    status
    cancelReason
    cancelNote
    isExpired
    validUntil
    archivedAt
    actions
    changeKind
    contractValue {
      amount
      currency
    }
    changeOf {
      id
      number
    }
    pdfUrl
    author
    approvalReasons {
      code
      text
    }
    customer {
      id
      name
      email
    }
    versions {
      id
      number
      status
    }
    totals {
      gross {
        amount
        currency
      }
    }
    recurring {
      billing
      totals {
        gross {
          amount
          currency
        }
      }
    }
    stages {
      id
      label
      amount {
        amount
        currency
      }
    }
  }
`);

export function QuoteHead({ quote }: { quote: QuoteHeadFragment }) {
  const { tone, label } = quoteLabel(quote);
  return (
    <PageHead
      title={quote.title}
      tabTitle={`${quote.number ?? 'Draft'} ${quote.title}`}
      above={<Link to="/quotes">Quotes</Link>}
      status={
        <>
          <Status tone={tone}>{label}</Status>
          {quote.archivedAt && <Status tone="calm">Archived</Status>}
        </>
      }
      lead={
        <>
          <span className="num">{quote.number ?? 'No number yet'}</span>
          {' · '}
          <Link to="/customers/$customerId" params={{ customerId: quote.customer.id }}>
            {quote.customer.name}
          </Link>
          {quote.changeOf && (
            <>
              {quote.changeKind === 'REDUCTION' ? ' · taken off ' : ' · added to '}
              <Link to="/quotes/$quoteId" params={{ quoteId: quote.changeOf.id }}>
                {quote.changeOf.number}
              </Link>
            </>
          )}
          {' · valid until '}
          <Day on={quote.validUntil} />
          {` · by ${quote.author}`}
        </>
      }
      figure={<Figure quote={quote} />}
      actions={<QuoteActions quote={quote} />}
    />
  );
}

function Figure({ quote }: { quote: QuoteHeadFragment }) {
  const { contractValue: now } = quote;
  const isChanged = now !== null && now.amount !== quote.totals.gross.amount;
  return (
    <>
      <small>{quote.status === 'ACCEPTED' ? 'Accepted total' : 'Total as preselected'}</small>
      <Amount of={quote.totals.gross} />
      {isChanged && (
        <small>
          with its changes <Amount of={now} />
        </small>
      )}
      {quote.recurring.map(({ billing, totals }) => (
        <small key={billing}>
          and <Amount of={totals.gross} />
          {everyBilling[billing]}
        </small>
      ))}
    </>
  );
}
