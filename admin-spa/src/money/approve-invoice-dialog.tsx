import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceToApproveFragment } from '../gql/graphql.ts';
import { Amount } from '../ui/amount.tsx';
import { Buttons, Dialog } from '../ui/dialog.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import { Note } from '../ui/note.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { daysText } from '../ui/words.ts';
import { ApproveInvoice, ReturnInvoice, useInvoiceStep } from './invoice-steps.ts';
import { ReasonForm } from './reason-form.tsx';

type Props = { invoice: InvoiceToApproveFragment; opened: boolean; onClose: () => void };

/** Why it waits, and what approving means; the page of the invoice and the inbox both ask here. */
export function ApproveInvoiceDialog({ invoice, opened, onClose }: Props) {
  return (
    <Dialog title="Approve and issue this invoice?" opened={opened} onClose={onClose}>
      <Asked invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}

function Asked({ invoice, onClose }: Omit<Props, 'opened'>) {
  // as it stood when the question was asked: the page behind reads on, and nobody approves what came after
  const [read] = useState(invoice);
  return (
    <>
      <InvoiceReasons invoice={read} />
      <Approval invoice={read} onClose={onClose} />
    </>
  );
}

export function InvoiceReasons({ invoice }: { invoice: Pick<InvoiceToApproveFragment, 'approvalReasons'> }) {
  if (invoice.approvalReasons.length === 0) return null;
  return (
    <Note tone="warn" title="Somebody has to look at it first">
      <ul>
        {invoice.approvalReasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Note>
  );
}

function Approval({ invoice, onClose }: Omit<Props, 'opened'>) {
  const step = useInvoiceStep(ApproveInvoice);
  const { id, contentHash, customer } = invoice;
  const approve = async () => {
    const said = (number: string | null) => `${number} is issued and on its way to ${customer.email}.`;
    if (await step.take({ id, contentHash }, ({ number }) => said(number))) onClose();
  };
  return (
    <>
      <ul>
        <li>It gets the next number, and what it says can never be changed again.</li>
        <li>
          <strong>{customer.email}</strong> gets it by mail: <Amount of={invoice.totals.gross} />, due{' '}
          {invoice.paymentTermsDays === 0 ? 'today' : `${daysText(invoice.paymentTermsDays)} from today`}.
        </li>
      </ul>
      <RefusalNote refusal={step.refusal} />
      <FaultNote fault={step.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <Button loading={step.busy} onClick={() => void approve()} data-autofocus>
          Approve and issue
        </Button>
      </Buttons>
    </>
  );
}

export function ReturnInvoiceDialog({ invoice, opened, onClose }: Props) {
  return (
    <Dialog title="Give this invoice back?" opened={opened} onClose={onClose}>
      <Returning invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}

function Returning({ invoice, onClose }: Omit<Props, 'opened'>) {
  const step = useInvoiceStep(ReturnInvoice);
  return (
    <ReasonForm
      label="What is not right?"
      readBy="Staff see it."
      submit="Give it back"
      step={step}
      onSubmit={(reason) =>
        step.take({ id: invoice.id, reason }, () => 'The invoice is given back; the customer never saw it.')
      }
      onClose={onClose}
    >
      <ul>
        <li>It is never issued and takes no number. The customer does not hear of it.</li>
        <li>
          {invoice.kind === 'STAGE'
            ? `The stage “${invoice.stageLabel}” can be issued again on the page of the quote.`
            : 'Write a new invoice when it is clear what it has to say.'}
        </li>
      </ul>
    </ReasonForm>
  );
}
