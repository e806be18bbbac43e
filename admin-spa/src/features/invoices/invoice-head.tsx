import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceHeadFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { invoiceLabel } from '../../ui/words.ts';
import { InvoiceActions } from './invoice-actions.tsx';

graphql(`
  fragment InvoiceHead on Invoice {
    isOverdue
    dueDate
    pdfUrl
    ...InvoiceToCredit
    payments {
      ...InvoicePayment
    }
  }
`);

export function InvoiceHead({ invoice }: { invoice: InvoiceHeadFragment }) {
  const { tone, label } = invoiceLabel(invoice);
  const about = invoice.stageLabel === null ? invoice.subject : `${invoice.stageLabel}: ${invoice.subject}`;
  return (
    <PageHead
      title={invoice.number ?? about}
      tabTitle={`Invoice ${invoice.number ?? about}`}
      above={<Link to="/invoices">Invoices</Link>}
      status={<Status tone={tone}>{label}</Status>}
      lead={
        <>
          {invoice.number === null ? 'No number yet' : about}
          {' · '}
          <Link to="/customers/$customerId" params={{ customerId: invoice.customer.id }}>
            {invoice.customer.name}
          </Link>
          {invoice.dueDate !== null && (
            <>
              {' · due '}
              <Day on={invoice.dueDate} />
            </>
          )}
        </>
      }
      figure={<Figure invoice={invoice} />}
      actions={<InvoiceActions invoice={invoice} />}
    />
  );
}

/** What is left, and of how much; before it is issued nothing is owed yet. */
function Figure({ invoice }: { invoice: InvoiceHeadFragment }) {
  const { balance, totals } = invoice;
  if (invoice.number === null) {
    return (
      <>
        <small>Amount</small>
        <Amount of={totals.gross} />
      </>
    );
  }
  return (
    <>
      <small>{balance.amount === 0 ? 'Nothing left to pay' : 'Left to pay'}</small>
      <Amount of={balance} />
      {balance.amount !== totals.gross.amount && (
        <small>
          of <Amount of={totals.gross} />
        </small>
      )}
    </>
  );
}
