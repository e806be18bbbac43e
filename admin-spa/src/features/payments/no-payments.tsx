import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';

/** Why nothing is here: nothing yet, or nothing that fits. */
export function NoPayments({ filtered, search }: { filtered: boolean; search: string | undefined }) {
  const hint = search
    ? 'A search looks for how a reference begins, for the number of the invoice (INV-2026-0042, or 42) and for words of the customer.'
    : 'With fewer filters there may be some.';
  return (
    <Empty
      icon="payment"
      title={filtered ? 'No payment matches' : 'No payments yet'}
      action={
        <ButtonLink to={filtered ? '/payments' : '/invoices'} variant="default">
          {filtered ? 'Show all payments' : 'Go to invoices'}
        </ButtonLink>
      }
    >
      {filtered
        ? hint
        : 'Card payments come by themselves. Cash and transfers that a customer claims wait for you to confirm them; what you received without a claim is confirmed on its invoice.'}
    </Empty>
  );
}
