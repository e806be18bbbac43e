import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceAction, InvoiceHeadFragment } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { Icon } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { type Asked, InvoiceDialogs } from './invoice-dialogs.tsx';
import { InvoiceMenu } from './invoice-menu.tsx';
import { nextAction } from './next-action.ts';

const labels: Partial<Record<InvoiceAction, string>> = {
  APPROVE: 'Approve and issue…',
  APPLY_CREDIT: 'Use the credit…',
};

/** The next step as a button, everything else in a menu; what the person may not do now is not there. */
export function InvoiceActions({ invoice }: { invoice: InvoiceHeadFragment }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const refunds = useMay('REFUND_PAYMENTS');
  const next = nextAction(invoice);
  const isClaimed = invoice.payments.some(({ status }) => status === 'CLAIMED');
  const mayRefund = refunds && invoice.payments.some(({ refundable }) => refundable.amount > 0);
  return (
    <>
      {(invoice.number !== null || invoice.status === 'AWAITING_APPROVAL') && (
        <Button
          component="a"
          href={`/i/preview/${invoice.id}`}
          target="_blank"
          rel="noreferrer"
          variant="default"
        >
          View as customer
        </Button>
      )}
      {invoice.pdfUrl !== null && (
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
      )}
      <InvoiceMenu invoice={invoice} next={next} mayRefund={mayRefund} onAsk={setAsked} />
      {invoice.actions.includes('RETURN') && (
        <Button variant="default" onClick={() => setAsked('RETURN')}>
          Give back…
        </Button>
      )}
      {invoice.actions.includes('EDIT') && (
        <ButtonLink
          to="/invoices/$invoiceId/edit"
          params={{ invoiceId: invoice.id }}
          variant={next === 'EDIT' ? 'filled' : 'default'}
        >
          Edit
        </ButtonLink>
      )}
      {next !== null && next !== 'EDIT' && (
        <Button onClick={() => setAsked(next)}>
          {labels[next] ?? (isClaimed ? 'Confirm what the customer paid…' : 'Confirm a payment…')}
        </Button>
      )}
      <InvoiceDialogs invoice={invoice} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}
