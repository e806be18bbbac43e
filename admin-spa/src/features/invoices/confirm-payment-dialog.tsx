import type { ComponentProps } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { ConfirmPaymentForm } from './confirm-payment-form.tsx';

type Props = ComponentProps<typeof ConfirmPaymentForm> & { opened: boolean };

export function ConfirmPaymentDialog({ opened, ...form }: Props) {
  return (
    <Dialog
      title={form.claim ? 'Confirm what the customer paid' : 'Confirm cash or a transfer'}
      opened={opened}
      onClose={form.onClose}
    >
      <ConfirmPaymentForm {...form} />
    </Dialog>
  );
}
