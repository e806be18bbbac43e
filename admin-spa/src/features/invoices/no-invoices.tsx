import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';

/** Why nothing is here: nothing yet, or nothing that fits. */
export function NoInvoices({ filtered, search }: { filtered: boolean; search: string | undefined }) {
  const [to, label] = filtered
    ? (['/invoices', 'Show all invoices'] as const)
    : (['/quotes', 'Go to quotes'] as const);
  const hint = search
    ? 'A search looks for the number (INV-2026-0042, or 42) and for words of the customer.'
    : 'With fewer filters there may be some.';
  return (
    <Empty
      icon="invoice"
      title={filtered ? 'No invoice matches' : 'No invoices yet'}
      action={
        <ButtonLink to={to} variant="default">
          {label}
        </ButtonLink>
      }
    >
      {filtered
        ? hint
        : 'Invoices come of accepted quotes: the first with the signature, each later one when you say on the quote that its stage is reached. Work that was never quoted gets an invoice of its own.'}
    </Empty>
  );
}
