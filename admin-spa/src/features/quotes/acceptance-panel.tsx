import { graphql } from '../../gql/gql.ts';
import type { QuoteAcceptanceFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import styles from './acceptance-panel.module.css';

graphql(`
  fragment QuoteAcceptance on Quote {
    status
    revisionHash
    approvedAt
    acceptance {
      id
      signerName
      signerEmail
      method
      signedAt
      total {
        amount
        currency
      }
      evidenceHash
    }
  }
`);

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
    <Panel title="Signature" aside={<Status tone="good">Countersigned</Status>}>
      <Facts
        of={[
          ['Signed by', `${acceptance.signerName}\n${acceptance.signerEmail}`],
          ['Signed', <Instant at={acceptance.signedAt} />],
          ['How', acceptance.method === 'TYPED' ? 'Name typed' : 'Name drawn'],
          ['Agreed total', <Amount of={acceptance.total} />],
          sent,
          seal,
          ['Evidence', <Hash of={acceptance.evidenceHash} />],
        ]}
      />
    </Panel>
  );
}

/** The beginning is enough for the eye; the whole is there to be copied. */
function Hash({ of }: { of: string | null }) {
  return of && <code className={styles.hash}>{of}</code>;
}
