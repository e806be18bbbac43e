import { graphql } from '../../gql/gql.ts';
import type { InvoiceNoteFragment, ReminderPauseReason } from '../../gql/graphql.ts';
import { InvoiceReasons } from '../../money/approve-invoice-dialog.tsx';
import { Instant } from '../../ui/day.tsx';
import { Note } from '../../ui/note.tsx';
import styles from './invoice.module.css';

graphql(`
  fragment InvoiceNote on Invoice {
    status
    approvalReasons
    reminderPause {
      reason
      until
    }
  }
`);

const pauses: Record<ReminderPauseReason, string> = {
  DISPUTE: 'A card holder disputes a payment, so nobody is reminded until the bank has decided',
  PAYMENT_PENDING: 'The provider says that money is on its way, so nobody is reminded',
  CLAIM: 'The customer says to have paid, so nobody is reminded',
};

/** Above the invoice: why it waits, and why reminders are silent. */
export function InvoiceNote({ invoice }: { invoice: InvoiceNoteFragment }) {
  const { status, reminderPause: pause } = invoice;
  if (status !== 'AWAITING_APPROVAL' && pause === null) return null;
  return (
    <div className={styles.notes}>
      {status === 'AWAITING_APPROVAL' && <InvoiceReasons invoice={invoice} />}
      {pause !== null && (
        <Note tone="calm" title="Reminders are paused">
          {pauses[pause.reason]}
          {pause.until !== null && (
            <>
              {' until '}
              <Instant at={pause.until} />
            </>
          )}
          .
        </Note>
      )}
    </div>
  );
}
