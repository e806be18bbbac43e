import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceRowFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { RecordTable, type Column } from '../../ui/record-table.tsx';
import { Status } from '../../ui/status.tsx';
import { invoiceLabel } from '../../ui/words.ts';

graphql(`
  fragment InvoiceRow on Invoice {
    id
    number
    status
    isOverdue
    stageLabel
    issueDate
    dueDate
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
    balance {
      amount
      currency
    }
  }
`);

const columns: readonly Column<InvoiceRowFragment>[] = [
  {
    title: 'Invoice',
    lead: true,
    cell: (invoice) => (
      <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} className="num">
        {invoice.number}
      </Link>
    ),
  },
  {
    title: 'Customer',
    cell: (invoice) => (
      <Link to="/customers/$customerId" params={{ customerId: invoice.customer.id }}>
        {invoice.customer.name}
      </Link>
    ),
  },
  { title: 'Stage', cell: (invoice) => invoice.stageLabel },
  {
    title: 'Status',
    cell: (invoice) => <Status tone={invoiceLabel(invoice).tone}>{invoiceLabel(invoice).label}</Status>,
  },
  { title: 'Issued', wide: true, cell: (invoice) => <Day on={invoice.issueDate} /> },
  { title: 'Due', cell: (invoice) => <Day on={invoice.dueDate} /> },
  { title: 'Amount', figure: true, cell: (invoice) => <Amount of={invoice.totals.gross} /> },
  { title: 'Open balance', figure: true, cell: (invoice) => <Amount of={invoice.balance} /> },
];

export function InvoiceTable({ invoices }: { invoices: readonly InvoiceRowFragment[] }) {
  return (
    <RecordTable
      caption="Invoices, newest first"
      columns={columns}
      rows={invoices}
      keyOf={(invoice) => invoice.id}
    />
  );
}
