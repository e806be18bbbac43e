import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { CustomerInvoiceFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { Panel } from '../../ui/page.tsx';
import { RecordTable, type Column } from '../../ui/record-table.tsx';
import { Status } from '../../ui/status.tsx';
import { invoiceLabel, invoiceName } from '../../ui/words.ts';
import styles from './customer-lists.module.css';

graphql(`
  fragment CustomerInvoice on Invoice {
    id
    number
    status
    isOverdue
    stageLabel
    subject
    dueDate
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

const columns: readonly Column<CustomerInvoiceFragment>[] = [
  {
    title: 'Invoice',
    lead: true,
    cell: (invoice) => (
      <div>
        <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} className="num">
          {invoiceName(invoice)}
        </Link>
        <div className={styles.words}>{invoice.stageLabel ?? invoice.subject}</div>
      </div>
    ),
  },
  {
    title: 'Status',
    cell: (invoice) => <Status tone={invoiceLabel(invoice).tone}>{invoiceLabel(invoice).label}</Status>,
  },
  { title: 'Due', cell: (invoice) => <Day on={invoice.dueDate} /> },
  { title: 'Amount', figure: true, cell: (invoice) => <Amount of={invoice.totals.gross} /> },
  { title: 'Open balance', figure: true, cell: (invoice) => <Amount of={invoice.balance} /> },
];

export function CustomerInvoices({ invoices }: { invoices: readonly CustomerInvoiceFragment[] }) {
  return (
    <Panel title="Invoices" flush>
      {invoices.length === 0 ? (
        <p className={styles.none}>No invoice yet. The first comes with the first signature.</p>
      ) : (
        <RecordTable
          caption="Invoices, newest first"
          columns={columns}
          rows={invoices}
          keyOf={(invoice) => invoice.id}
        />
      )}
    </Panel>
  );
}
