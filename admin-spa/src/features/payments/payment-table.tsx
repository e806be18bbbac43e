import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { PaymentRowFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/day.tsx';
import { RecordTable, type Column, type TableOrder } from '../../ui/record-table.tsx';
import { Status } from '../../ui/status.tsx';
import { invoiceName, method, paymentStatus } from '../../ui/words.ts';

graphql(`
  fragment PaymentRow on Payment {
    id
    method
    status
    amount {
      amount
      currency
    }
    reference
    failure
    createdAt
    confirmedAt
    confirmedBy
    invoice {
      id
      number
      customer {
        id
        name
      }
    }
    receipt {
      id
      number
      pdfUrl
    }
  }
`);

const columns: readonly Column<PaymentRowFragment>[] = [
  {
    title: 'Invoice',
    lead: true,
    cell: ({ invoice }) => (
      <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} className="num">
        {invoiceName(invoice)}
      </Link>
    ),
  },
  {
    title: 'Customer',
    cell: ({ invoice }) => (
      <Link to="/customers/$customerId" params={{ customerId: invoice.customer.id }}>
        {invoice.customer.name}
      </Link>
    ),
  },
  { title: 'How', cell: (payment) => method[payment.method] },
  {
    title: 'Status',
    cell: (payment) => (
      <Status tone={paymentStatus[payment.status].tone}>{paymentStatus[payment.status].label}</Status>
    ),
  },
  { title: 'Reference', cell: (payment) => <Reference payment={payment} /> },
  {
    title: 'When',
    sort: 'CONFIRMED',
    largestFirst: true,
    cell: (payment) => <Instant at={payment.confirmedAt ?? payment.createdAt} />,
  },
  {
    title: 'Begun',
    wide: true,
    sort: 'CREATED',
    largestFirst: true,
    cell: (payment) => <Instant at={payment.createdAt} dayOnly />,
  },
  {
    title: 'Receipt',
    cell: ({ receipt }) =>
      receipt ? (
        <a href={receipt.pdfUrl} target="_blank" rel="noreferrer" className="num">
          {receipt.number}
        </a>
      ) : (
        '–'
      ),
  },
  {
    title: 'Amount',
    figure: true,
    sort: 'AMOUNT',
    largestFirst: true,
    cell: (payment) => <Amount of={payment.amount} />,
  },
];

function Reference({ payment }: { payment: PaymentRowFragment }) {
  return (
    <span className={payment.failure ? 'dim' : undefined} style={{ overflowWrap: 'anywhere' }}>
      {payment.failure ?? payment.reference ?? '–'}
    </span>
  );
}

type Props = { payments: readonly PaymentRowFragment[]; order: TableOrder };

export function PaymentTable({ payments, order }: Props) {
  return (
    <RecordTable
      caption="Payments"
      columns={columns}
      rows={payments}
      keyOf={(payment) => payment.id}
      order={order}
    />
  );
}
