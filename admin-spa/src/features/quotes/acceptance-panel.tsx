import { Anchor } from '@mantine/core';
import { graphql } from '../../gql/gql.ts';
import type { QuoteAcceptanceFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day, Instant } from '../../ui/day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import styles from './acceptance-panel.module.css';

graphql(`
  fragment QuoteAcceptance on Quote {
    status
    revisionHash
    approvedAt
    evidenceUrl
    acceptance {
      id
      signerName
      signerEmail
      method
      onBehalf {
        by
        reason
        signedOn
      }
      signedAt
      total {
        amount
        currency
      }
      evidenceHash
    }
  }
`);

const methods = {
  TYPED: 'Name typed',
  DRAWN: 'Name drawn',
  ON_BEHALF: 'Accepted for the customer',
} as const;

/** The signature; before it, that one is waited for; in a draft, nothing. */
export function AcceptancePanel({ quote }: { quote: QuoteAcceptanceFragment }) {
  const { acceptance, approvedAt } = quote;
  if (!approvedAt) return null;
  const sent = ['Sent', <Instant at={approvedAt} />] as const;
  const seal = ['Seal', <Hash of={quote.revisionHash} />] as const;
  if (!acceptance) {
    return (
      <Panel title="Signature">
        {quote.status === 'OPEN' && <p className={styles.lead}>Waits for the customer to read and sign.</p>}
        <Facts of={[sent, seal]} />
      </Panel>
    );
  }
  return (
    <Panel
      title={acceptance.onBehalf ? 'Acceptance' : 'Signature'}
      aside={<Status tone="good">{acceptance.onBehalf ? 'Recorded' : 'Countersigned'}</Status>}
    >
      <Facts
        of={[
          [
            acceptance.onBehalf ? 'Accepted by' : 'Signed by',
            `${acceptance.signerName}\n${acceptance.signerEmail}`,
          ],
          [acceptance.onBehalf ? 'Entered' : 'Signed', <Instant at={acceptance.signedAt} />],
          ['How', methods[acceptance.method]],
          ...(acceptance.onBehalf
            ? ([
                ['Agreed on', <Day on={acceptance.onBehalf.signedOn} />],
                ['Entered by', acceptance.onBehalf.by],
                ['How it is known', acceptance.onBehalf.reason],
              ] as const)
            : []),
          ['Agreed total', <Amount of={acceptance.total} />],
          sent,
          seal,
          ['Evidence', <Hash of={acceptance.evidenceHash} />],
        ]}
      />
      {quote.evidenceUrl && (
        <Anchor href={quote.evidenceUrl} download size="sm" mt="sm" display="inline-block">
          Save the evidence file
        </Anchor>
      )}
    </Panel>
  );
}

/** The beginning is enough for the eye; the whole is there to be copied. */
function Hash({ of }: { of: string | null }) {
  return of && <code className={styles.hash}>{of}</code>;
}
