import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { CreditMovementKind, CreditMovementRowFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/day.tsx';
import { RecordTable } from '../../ui/record-table.tsx';
import { invoiceName } from '../../ui/words.ts';

graphql(`
  fragment CreditMovementRow on CreditMovement {
    id
    at
    kind
    by
    amount {
      amount
      currency
    }
    invoice {
      id
      number
    }
  }
`);

const kinds: Record<CreditMovementKind, string> = {
  OVERPAID: 'Paid more than was owed',
  CREDIT_APPLIED: 'Used for an invoice',
  FREED: 'Freed by a credit note',
  REFUNDED: 'Given back',
  REFUND_REVERSED: 'A refund did not arrive',
  LOSS_REVERSED: 'It had been our loss',
};

/** How the credit came about, newest first. */
export function CreditMovements({ movements }: { movements: readonly CreditMovementRowFragment[] }) {
  return (
    <RecordTable
      caption="How the credit came about, newest first"
      rows={movements}
      keyOf={({ id }) => id}
      columns={[
        { title: 'What', lead: true, cell: ({ kind }) => kinds[kind] },
        {
          title: 'Invoice',
          cell: ({ invoice }) =>
            invoice ? (
              <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} className="num">
                {invoiceName(invoice)}
              </Link>
            ) : (
              '–'
            ),
        },
        { title: 'When', cell: ({ at }) => <Instant at={at} /> },
        { title: 'By', wide: true, cell: ({ by }) => by },
        { title: 'Amount', figure: true, cell: ({ amount }) => <Amount of={amount} /> },
      ]}
    />
  );
}
