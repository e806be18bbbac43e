import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceRowFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { RecordTable, type Column, type TableOrder } from '../../ui/record-table.tsx';
import { Status } from '../../ui/status.tsx';
import { invoiceLabel, invoiceName } from '../../ui/words.ts';

graphql(`
  fragment InvoiceRow on Invoice {
    id
    number
    status
    isOverdue
    stageLabel
    subject
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
    sort: 'NUMBER',
    largestFirst: true,
    cell: (invoice) => (
      <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} className="num">
        {invoiceName(invoice)}
      </Link>
    ),
  },
  {
    title: 'Customer',
    sort: 'CUSTOMER',
    cell: (invoice) => (
      <Link to="/customers/$customerId" params={{ customerId: invoice.customer.id }}>
        {invoice.customer.name}
      </Link>
    ),
  },
  { title: 'For', cell: (invoice) => invoice.stageLabel ?? invoice.subject },
  {
    title: 'Status',
    sort: 'STATUS',
    cell: (invoice) => <Status tone={invoiceLabel(invoice).tone}>{invoiceLabel(invoice).label}</Status>,
  },
  {
    title: 'Issued',
    wide: true,
    sort: 'ISSUE_DATE',
    largestFirst: true,
    cell: (invoice) => <Day on={invoice.issueDate} />,
  },
  { title: 'Due', sort: 'DUE_DATE', cell: (invoice) => <Day on={invoice.dueDate} /> },
  {
    title: 'Amount',
    figure: true,
    sort: 'AMOUNT',
    largestFirst: true,
    cell: (invoice) => <Amount of={invoice.totals.gross} />,
  },
  {
    title: 'Open balance',
    figure: true,
    sort: 'BALANCE',
    largestFirst: true,
    cell: (invoice) => <Amount of={invoice.balance} />,
  },
];

type Props = { invoices: readonly InvoiceRowFragment[]; order: TableOrder };

export function InvoiceTable({ invoices, order }: Props) {
  return (
    <RecordTable
      caption="Invoices"
      columns={columns}
      rows={invoices}
      keyOf={(invoice) => invoice.id}
      order={order}
    />
  );
}
