import type { InvoiceToCreditFragment } from '../../gql/graphql.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { invoiceName } from '../../ui/words.ts';
import { CreditNoteForm } from './credit-note-form.tsx';

type Props = { invoice: InvoiceToCreditFragment; opened: boolean; onClose: () => void };

export function CreditNoteDialog({ invoice, opened, onClose }: Props) {
  return (
    <Dialog title={`Credit note for ${invoiceName(invoice)}`} opened={opened} onClose={onClose}>
      <CreditNoteForm invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}
