import type { InvoiceAction, InvoiceHeadFragment } from '../../gql/graphql.ts';
import { ApplyCreditDialog } from '../../money/apply-credit-dialog.tsx';
import { ApproveInvoiceDialog, ReturnInvoiceDialog } from '../../money/approve-invoice-dialog.tsx';
import { RefundDialog } from '../../money/refund-dialog.tsx';
import { ConfirmPaymentDialog } from './confirm-payment-dialog.tsx';
import { VoidDialog, WriteOffDialog } from './correction-dialogs.tsx';
import { CreditNoteDialog } from './credit-note-dialog.tsx';

/** The steps of an invoice; each asks something first. */
export type Asked = Exclude<InvoiceAction, 'EDIT'> | 'REFUND';

type Props = { invoice: InvoiceHeadFragment; asked: Asked | null; onClose: () => void };

export function InvoiceDialogs({ invoice, asked, onClose }: Props) {
  const dialog = (name: Asked) => ({ opened: asked === name, onClose });
  const claim = invoice.payments.find(({ status }) => status === 'CLAIMED') ?? null;
  return (
    <>
      <ApproveInvoiceDialog invoice={invoice} {...dialog('APPROVE')} />
      <ReturnInvoiceDialog invoice={invoice} {...dialog('RETURN')} />
      <ConfirmPaymentDialog invoice={invoice} claim={claim} {...dialog('CONFIRM_PAYMENT')} />
      <ConfirmPaymentDialog invoice={invoice} claim={null} {...dialog('KEEP_AS_CREDIT')} />
      <ApplyCreditDialog invoice={invoice} {...dialog('APPLY_CREDIT')} />
      <CreditNoteDialog invoice={invoice} {...dialog('CREDIT')} />
      <RefundDialog invoiceId={invoice.id} paymentId={null} {...dialog('REFUND')} />
      <VoidDialog invoice={invoice} {...dialog('VOID')} />
      <WriteOffDialog invoice={invoice} {...dialog('WRITE_OFF')} />
    </>
  );
}
