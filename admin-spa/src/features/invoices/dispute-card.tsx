import { Button } from '@mantine/core';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceDisputeFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { disputeStatus } from '../../ui/words.ts';
import styles from './invoice.module.css';

graphql(`
  fragment InvoiceDispute on Dispute {
    id
    providerId
    status
    amount {
      amount
      currency
    }
    reason
    evidenceDueBy
    isWithdrawn
    openedAt
    closedAt
    evidenceUrl
  }
`);

const meaning: Record<InvoiceDisputeFragment['status'], string> = {
  NEEDS_RESPONSE:
    'The card holder’s bank asks why it should not take the money back. Without an answer it is lost.',
  UNDER_REVIEW: 'The answer is given. The bank decides, which can take weeks; there is nothing to do.',
  WON: 'The bank decided for you; the money stays, or came back.',
  LOST: 'The bank decided for the card holder, so the invoice is owed again. Talk to the customer.',
};

/** A dispute: where it stands, until when to answer, and how. */
export function DisputeCard({ dispute }: { dispute: InvoiceDisputeFragment }) {
  const { tone, label } = disputeStatus[dispute.status];
  const waits = dispute.status === 'NEEDS_RESPONSE';
  return (
    <Panel title="Disputed payment" aside={<Status tone={tone}>{label}</Status>}>
      <div className={styles.dispute}>
        <p>{meaning[dispute.status]}</p>
        <Facts
          of={[
            ['The card holder says', dispute.reason],
            ['Amount', <Amount key="amount" of={dispute.amount} />],
            [
              'Answer until',
              waits && dispute.evidenceDueBy && <Instant key="due" at={dispute.evidenceDueBy} />,
            ],
            ['The money', dispute.isWithdrawn ? 'The bank has taken it back for now' : 'Is with you'],
            ['Opened', <Instant key="opened" at={dispute.openedAt} />],
            ['Decided', dispute.closedAt && <Instant key="closed" at={dispute.closedAt} />],
            ['At the provider', <code key="id">{dispute.providerId}</code>],
          ]}
        />
        {waits && <Steps />}
        <div className={styles.buttons}>
          <Button
            component="a"
            href={dispute.evidenceUrl}
            download
            variant={waits ? 'filled' : 'default'}
            leftSection={<Icon name="file" size={16} />}
          >
            Download the evidence
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Steps() {
  return (
    <ol>
      <li>
        Download the evidence: the signed quote with its certificate, the invoice, the receipt and the log.
      </li>
      <li>Open the dispute at the payment provider; its number is above.</li>
      <li>Choose “Counter the dispute”, upload the files, and say in a sentence what was agreed and done.</li>
      <li>Send it there. The answer can be given once; where it stands then appears here by itself.</li>
    </ol>
  );
}
