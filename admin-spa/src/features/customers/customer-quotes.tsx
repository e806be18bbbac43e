import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { CustomerQuoteFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { Panel } from '../../ui/page.tsx';
import { RecordTable, type Column } from '../../ui/record-table.tsx';
import { Status } from '../../ui/status.tsx';
import { quoteLabel } from '../../ui/words.ts';
import styles from './customer-lists.module.css';

graphql(`
  fragment CustomerQuote on Quote {
    id
    number
    title
    status
    cancelReason
    isExpired
    validUntil
    totals {
      gross {
        amount
        currency
      }
    }
  }
`);

const columns: readonly Column<CustomerQuoteFragment>[] = [
  {
    title: 'Quote',
    lead: true,
    cell: (quote) => (
      <Link to="/quotes/$quoteId" params={{ quoteId: quote.id }}>
        {quote.title}
      </Link>
    ),
  },
  { title: 'Number', cell: (quote) => <span className="num">{quote.number ?? '–'}</span> },
  {
    title: 'Status',
    cell: (quote) => <Status tone={quoteLabel(quote).tone}>{quoteLabel(quote).label}</Status>,
  },
  { title: 'Valid until', cell: (quote) => <Day on={quote.validUntil} /> },
  { title: 'Amount', figure: true, cell: (quote) => <Amount of={quote.totals.gross} /> },
];

export function CustomerQuotes({ quotes }: { quotes: readonly CustomerQuoteFragment[] }) {
  return (
    <Panel title="Quotes" flush>
      {quotes.length === 0 ? (
        <p className={styles.none}>No quote was written for this customer yet.</p>
      ) : (
        <RecordTable
          caption="Quotes, newest first"
          columns={columns}
          rows={quotes}
          keyOf={(quote) => quote.id}
        />
      )}
    </Panel>
  );
}
