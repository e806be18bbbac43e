import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { QuoteRowFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day, Instant } from '../../ui/day.tsx';
import { RecordTable, type Column } from '../../ui/record-table.tsx';
import { Status } from '../../ui/status.tsx';
import { changeWords, quoteLabel } from '../../ui/words.ts';

graphql(`
  fragment QuoteRow on Quote {
    id
    number
    title
    status
    cancelReason
    isExpired
    changeKind
    validUntil
    createdAt
    customer {
      id
      name
    }
    totals {
      gross {
        amount
        currency
      }
    }
  }
`);

const columns: readonly Column<QuoteRowFragment>[] = [
  {
    title: 'Quote',
    lead: true,
    cell: (quote) => (
      <span>
        <Link to="/quotes/$quoteId" params={{ quoteId: quote.id }}>
          {quote.title}
        </Link>
        {quote.changeKind && <span className="dim"> {changeWords[quote.changeKind]}</span>}
      </span>
    ),
  },
  {
    title: 'Customer',
    cell: (quote) => (
      <Link to="/customers/$customerId" params={{ customerId: quote.customer.id }}>
        {quote.customer.name}
      </Link>
    ),
  },
  { title: 'Number', cell: (quote) => <span className="num">{quote.number ?? '–'}</span> },
  {
    title: 'Status',
    cell: (quote) => <Status tone={quoteLabel(quote).tone}>{quoteLabel(quote).label}</Status>,
  },
  { title: 'Valid until', cell: (quote) => <Day on={quote.validUntil} /> },
  { title: 'Created', wide: true, cell: (quote) => <Instant at={quote.createdAt} dayOnly /> },
  { title: 'Amount', figure: true, cell: (quote) => <Amount of={quote.totals.gross} /> },
];

export function QuoteTable({ quotes }: { quotes: readonly QuoteRowFragment[] }) {
  return (
    <RecordTable caption="Quotes, newest first" columns={columns} rows={quotes} keyOf={(quote) => quote.id} />
  );
}
