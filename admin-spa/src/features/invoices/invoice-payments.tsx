import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { InvoicePaymentsFragment } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { RefundDialog } from '../../money/refund-dialog.tsx';
import { Proofs } from '../../money/proofs.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/day.tsx';
import { useFormat } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { RecordTable } from '../../ui/record-table.tsx';
import { Status } from '../../ui/status.tsx';
import { method, paymentStatus } from '../../ui/words.ts';
import { ConfirmPaymentDialog } from './confirm-payment-dialog.tsx';
import styles from './invoice.module.css';
import { RejectClaimDialog } from './reject-claim-dialog.tsx';

graphql(`
  fragment InvoicePayments on Invoice {
    id
    number
    customer {
      name
    }
    balance {
      amount
      currency
    }
    payments {
      ...InvoicePayment
    }
  }
  fragment InvoicePayment on Payment {
    id
    method
    status
    amount {
      amount
      currency
    }
    refunded {
      amount
      currency
    }
    refundable {
      amount
      currency
    }
    reference
    failure
    receivedOn
    createdAt
    confirmedAt
    confirmedBy
    proofs {
      name
      url
    }
    receipt {
      id
      number
      pdfUrl
    }
  }
`);

type Payment = InvoicePaymentsFragment['payments'][number];

export function InvoicePayments({ invoice }: { invoice: InvoicePaymentsFragment }) {
  const [asked, setAsked] = useState<{ what: 'confirm' | 'reject' | 'refund'; claim: Payment } | null>(null);
  const confirms = useMay('CONFIRM_PAYMENTS');
  const refunds = useMay('REFUND_PAYMENTS');
  const close = () => setAsked(null);
  return (
    <Panel title="Payments" flush={invoice.payments.length > 0}>
      {invoice.payments.length === 0 && <p className={styles.none}>No payment, claim or try yet.</p>}
      {invoice.payments.length > 0 && (
        <RecordTable
          caption="Payments, claims and failed tries, newest first"
          rows={invoice.payments}
          keyOf={(payment) => payment.id}
          columns={[
            { title: 'How', lead: true, cell: (payment) => <How payment={payment} /> },
            {
              title: 'Status',
              cell: ({ status }) => (
                <Status tone={paymentStatus[status].tone}>{paymentStatus[status].label}</Status>
              ),
            },
            {
              title: 'When',
              cell: (payment) => <Instant at={payment.confirmedAt ?? payment.createdAt} dayOnly />,
            },
            {
              title: 'Next',
              cell: (claim) =>
                claim.status === 'CLAIMED' && confirms ? (
                  <span className={styles.next}>
                    <Button size="compact-sm" onClick={() => setAsked({ what: 'confirm', claim })}>
                      Confirm…
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => setAsked({ what: 'reject', claim })}
                    >
                      Reject…
                    </Button>
                  </span>
                ) : (
                  <span className={styles.next}>
                    <Receipt payment={claim} />
                    {refunds && claim.refundable.amount > 0 && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() => setAsked({ what: 'refund', claim })}
                      >
                        Give back…
                      </Button>
                    )}
                  </span>
                ),
            },
            { title: 'Amount', figure: true, cell: (payment) => <Amount of={payment.amount} /> },
          ]}
        />
      )}
      <ConfirmPaymentDialog
        invoice={invoice}
        claim={asked?.claim ?? null}
        opened={asked?.what === 'confirm'}
        onClose={close}
      />
      <RefundDialog
        invoiceId={invoice.id}
        paymentId={asked?.claim.id ?? null}
        opened={asked?.what === 'refund'}
        onClose={close}
      />
      <RejectClaimDialog claim={asked?.claim ?? null} opened={asked?.what === 'reject'} onClose={close} />
    </Panel>
  );
}

function How({ payment }: { payment: Payment }) {
  const format = useFormat();
  const by = payment.confirmedBy && `confirmed by ${payment.confirmedBy}`;
  const back = payment.refunded.amount > 0 && `${format.money(payment.refunded)} given back`;
  return (
    <div className={styles.what}>
      {method[payment.method]}
      <div className={styles.words}>
        {[payment.failure ?? payment.reference, by, back].filter(Boolean).join(', ')}
      </div>
      <Proofs of={payment.proofs} />
    </div>
  );
}

function Receipt({ payment: { receipt } }: { payment: Payment }) {
  if (!receipt) return <span>–</span>;
  return (
    <a href={receipt.pdfUrl} target="_blank" rel="noreferrer" className="num">
      {receipt.number}
    </a>
  );
}
