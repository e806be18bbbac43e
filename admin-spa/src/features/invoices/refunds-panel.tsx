import { graphql } from '../../gql/gql.ts';
import type { InvoiceRefundsFragment } from '../../gql/graphql.ts';
import { RefundDecision } from '../../money/refund-decision.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/day.tsx';
import { Panel } from '../../ui/page.tsx';
import { type Column, RecordTable } from '../../ui/record-table.tsx';
import { Status } from '../../ui/status.tsx';
import { method, refundStatus } from '../../ui/words.ts';
import styles from './invoice.module.css';

graphql(`
  fragment InvoiceRefunds on Invoice {
    refunds {
      ...RefundToDecide
      reference
      failure
      creditNoteNumber
      approvedBy
      createdAt
      settledAt
    }
  }
`);

type Refund = InvoiceRefundsFragment['refunds'][number];

const next: Column<Refund> = {
  title: 'Next',
  cell: (refund) => (refund.actions.length === 0 ? '–' : <RefundDecision refund={refund} />),
};

export function RefundsPanel({ refunds }: { refunds: readonly Refund[] }) {
  if (refunds.length === 0) return null;
  return (
    <Panel title="Refunds" flush>
      <RecordTable
        caption="What was given back, newest first"
        rows={refunds}
        keyOf={(refund) => refund.id}
        columns={[
          { title: 'Why', lead: true, cell: (refund) => <Why refund={refund} /> },
          {
            title: 'Status',
            cell: ({ status }) => (
              <Status tone={refundStatus[status].tone}>{refundStatus[status].label}</Status>
            ),
          },
          { title: 'When', cell: (refund) => <Instant at={refund.settledAt ?? refund.createdAt} dayOnly /> },
          ...(refunds.some(({ actions }) => actions.length > 0) ? [next] : []),
          { title: 'Amount', figure: true, cell: (refund) => <Amount of={refund.amount} /> },
        ]}
      />
    </Panel>
  );
}

function Why({ refund }: { refund: Refund }) {
  const { requestedBy, approvedBy, status } = refund;
  const decided = approvedBy && `${status === 'REJECTED' ? 'rejected' : 'agreed to'} by ${approvedBy}`;
  return (
    <div className={styles.what}>
      {refund.reason}
      <div className={styles.words}>
        {[
          method[refund.method],
          refund.failure ?? refund.reference,
          refund.creditNoteNumber,
          `asked for by ${requestedBy}`,
          decided,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </div>
  );
}
