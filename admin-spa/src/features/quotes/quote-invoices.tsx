import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { QuoteInvoicesFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { Panel } from '../../ui/page.tsx';
import { RecordTable } from '../../ui/record-table.tsx';
import { invoiceName } from '../../ui/words.ts';

graphql(`
  fragment QuoteInvoices on Quote {
    invoices {
      id
      number
      dueDate
      balance {
        amount
        currency
      }
    }
  }
`);

export function QuoteInvoices({ quote }: { quote: QuoteInvoicesFragment }) {
  if (quote.invoices.length === 0) return null;
  return (
    <Panel title="Invoices" flush>
      <RecordTable
        caption="Invoices of this quote, first stage first"
        rows={quote.invoices}
        keyOf={(invoice) => invoice.id}
        columns={[
          {
            title: 'Number',
            lead: true,
            cell: (invoice) => (
              <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} className="num">
                {invoiceName(invoice)}
              </Link>
            ),
          },
          { title: 'Due', cell: (invoice) => <Day on={invoice.dueDate} /> },
          { title: 'To pay', figure: true, cell: (invoice) => <Amount of={invoice.balance} /> },
        ]}
      />
    </Panel>
  );
}
