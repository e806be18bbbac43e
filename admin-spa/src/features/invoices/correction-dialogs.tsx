import type { InvoiceToStepFragment } from '../../gql/graphql.ts';
import { useInvoiceStep, VoidInvoice, WriteOffInvoice } from '../../money/invoice-steps.ts';
import { ReasonForm } from '../../money/reason-form.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { invoiceName } from '../../ui/words.ts';

type Props = { invoice: InvoiceToStepFragment; opened: boolean; onClose: () => void };

export function VoidDialog({ invoice, opened, onClose }: Props) {
  return (
    <Dialog title={`Void ${invoiceName(invoice)}?`} opened={opened} onClose={onClose}>
      <Voiding invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}

function Voiding({ invoice, onClose }: Omit<Props, 'opened'>) {
  const step = useInvoiceStep(VoidInvoice);
  const name = invoiceName(invoice);
  return (
    <ReasonForm
      label="Why"
      readBy="Kept in the history; staff see it."
      submit="Void the invoice"
      word={name}
      danger
      step={step}
      onSubmit={(reason) =>
        step.take({ id: invoice.id, reason }, () => `${name} is void; nothing is owed on it.`)
      }
      onClose={onClose}
    >
      <ul>
        <li>
          The <Amount of={invoice.balance} /> are not owed any more, and {invoice.customer.name} can no longer
          pay them. A claim to have paid is rejected.
        </li>
        <li>It keeps its number, so that the numbers have no gap.</li>
        <li>
          {invoice.kind === 'STAGE'
            ? `The stage “${invoice.stageLabel}” can then be invoiced again.`
            : 'Write a new invoice for what is right.'}
        </li>
        <li>It cannot be undone.</li>
      </ul>
    </ReasonForm>
  );
}

export function WriteOffDialog({ invoice, opened, onClose }: Props) {
  return (
    <Dialog title={`Write off ${invoiceName(invoice)}?`} opened={opened} onClose={onClose}>
      <WritingOff invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}

function WritingOff({ invoice, onClose }: Omit<Props, 'opened'>) {
  const step = useInvoiceStep(WriteOffInvoice);
  const name = invoiceName(invoice);
  return (
    <ReasonForm
      label="Why"
      readBy="Kept in the history; staff see it."
      submit="Write it off"
      word={name}
      danger
      step={step}
      onSubmit={(reason) =>
        step.take({ id: invoice.id, reason }, () => `The rest of ${name} is written off.`)
      }
      onClose={onClose}
    >
      <ul>
        <li>
          You give up <Amount of={invoice.balance} /> and nobody asks for them any more.{' '}
          {invoice.customer.name} is not told.
        </li>
        <li>Money that comes later all the same becomes the customer’s credit.</li>
        <li>It cannot be undone.</li>
      </ul>
    </ReasonForm>
  );
}
