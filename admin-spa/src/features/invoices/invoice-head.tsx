import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceHeadFragment } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { Icon } from '../../ui/icons.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { invoiceLabel } from '../../ui/words.ts';
import { ConfirmPaymentDialog } from './confirm-payment-dialog.tsx';

graphql(`
  fragment InvoiceHead on Invoice {
    id
    number
    status
    isOverdue
    issueDate
    dueDate
    stageLabel
    pdfUrl
    customer {
      id
      name
    }
    balance {
      amount
      currency
    }
    payments {
      ...InvoicePayment
    }
  }
`);

export function InvoiceHead({ invoice }: { invoice: InvoiceHeadFragment }) {
  const { tone, label } = invoiceLabel(invoice);
  return (
    <PageHead
      title={invoice.number}
      tabTitle={`Invoice ${invoice.number}`}
      above={<Link to="/invoices">Invoices</Link>}
      status={<Status tone={tone}>{label}</Status>}
      lead={
        <>
          {invoice.stageLabel}
          {' · '}
          <Link to="/customers/$customerId" params={{ customerId: invoice.customer.id }}>
            {invoice.customer.name}
          </Link>
          {' · due '}
          <Day on={invoice.dueDate} />
        </>
      }
      figure={
        <>
          <small>{invoice.status === 'PAID' ? 'Nothing left to pay' : 'Left to pay'}</small>
          <Amount of={invoice.balance} />
        </>
      }
      actions={<Actions invoice={invoice} />}
    />
  );
}

function Actions({ invoice }: { invoice: InvoiceHeadFragment }) {
  const [confirming, setConfirming] = useState(false);
  const confirms = useMay('CONFIRM_PAYMENTS');
  return (
    <>
      <Button
        component="a"
        href={invoice.pdfUrl}
        target="_blank"
        rel="noreferrer"
        variant="default"
        leftSection={<Icon name="file" size={16} />}
      >
        PDF
      </Button>
      {confirms && invoice.status === 'OPEN' && (
        <Button onClick={() => setConfirming(true)}>Confirm a payment…</Button>
      )}
      <ConfirmPaymentDialog
        invoice={invoice}
        claim={invoice.payments.find((payment) => payment.status === 'CLAIMED') ?? null}
        opened={confirming}
        onClose={() => setConfirming(false)}
      />
    </>
  );
}
