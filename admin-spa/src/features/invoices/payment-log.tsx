import { graphql } from '../../gql/gql.ts';
import type { LogEntryFragment, PaymentLogKind } from '../../gql/graphql.ts';
import { Panel } from '../../ui/page.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { method } from '../../ui/words.ts';

graphql(`
  fragment LogEntry on PaymentLogEntry {
    id
    at
    kind
    actor
    method
    reference
    note
  }
`);

const kinds: Record<PaymentLogKind, string> = {
  INVOICE_ISSUED: 'Invoice issued',
  CHECKOUT_STARTED: 'Card payment started',
  CHECKOUT_EXPIRED: 'Card payment left or run out',
  PAYMENT_FAILED: 'Payment failed',
  PAYMENT_PENDING: 'Money on its way',
  CLAIMED: 'Customer says to have paid',
  CLAIM_REJECTED: 'Claim rejected',
  CONFIRMED: 'Payment confirmed',
  RECEIPT_SENT: 'Receipt mailed',
  UNALLOCATED: 'Money that fits no open invoice',
};

export function PaymentLog({ log }: { log: readonly LogEntryFragment[] }) {
  return (
    <Panel title="Payment log">
      <Timeline
        empty="Nothing has happened yet."
        steps={log.map((entry) => ({
          id: entry.id,
          at: entry.at,
          actor: entry.actor,
          text: kinds[entry.kind],
          more: [entry.method && method[entry.method], entry.reference, entry.note]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Panel>
  );
}
