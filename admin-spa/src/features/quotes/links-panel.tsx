import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { QuoteLinksFragment } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { Instant } from '../../ui/day.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { Panel } from '../../ui/page.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import styles from './links-panel.module.css';

graphql(`
  fragment QuoteLinks on Quote {
    id
    status
    openedCount
    lastOpenedAt
    links {
      id
      purpose
      email
      createdAt
      expiresAt
      revokedAt
      fetchedCount
      openedCount
      invoice {
        number
      }
    }
  }
`);

const Revoke = graphql(`
  mutation LinksPanel_Revoke($input: RevokeLinkInput!) {
    revokeLink(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);
const SendFresh = graphql(`
  mutation LinksPanel_SendFresh($input: SendFreshLinkInput!) {
    sendFreshLink(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);

type Link = QuoteLinksFragment['links'][number];

/** Which personal links are out, how often a person had them open, and how to end or replace one. */
export function LinksPanel({ quote }: { quote: QuoteLinksFragment }) {
  const mayWrite = useMay('WRITE_QUOTES');
  const revoke = useWrite(Revoke, (data) => data.revokeLink);
  const send = useWrite(SendFresh, (data) => data.sendFreshLink);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  if (quote.links.length === 0) return null;
  const sendFresh = async () => {
    if (!(await send.run({ input: { idempotencyKey, quoteId: quote.id, invoiceId: null } }))) return;
    setKey(crypto.randomUUID());
    notifications.show({ message: 'A fresh link is on its way to the customer.' });
  };
  return (
    <Panel title="Links" aside={<span className="dim">{openedWords(quote)}</span>}>
      <ul className={styles.links}>
        {quote.links.map((link) => (
          <li key={link.id}>
            <LinkWords link={link} />
            {mayWrite && link.revokedAt === null && (
              <Button
                size="compact-xs"
                variant="default"
                loading={revoke.busy}
                onClick={() => void revoke.run({ input: { id: link.id } })}
              >
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={send.refusal ?? revoke.refusal} />
      <FaultNote fault={send.fault ?? revoke.fault} />
      {mayWrite && (
        <Button mt="sm" variant="default" loading={send.busy} onClick={() => void sendFresh()}>
          Send a fresh link
        </Button>
      )}
    </Panel>
  );
}

/** `Opened 4 times, unsigned`. */
function openedWords({ openedCount, status }: QuoteLinksFragment): string {
  const times = openedCount === 1 ? 'once' : `${openedCount} times`;
  const opened = openedCount === 0 ? 'Not opened yet' : `Opened ${times}`;
  return status === 'OPEN' && openedCount > 0 ? `${opened}, unsigned` : opened;
}

function LinkWords({ link }: { link: Link }) {
  return (
    <div>
      {link.purpose === 'QUOTE' ? 'Quote' : `Invoice ${link.invoice?.number ?? ''}`} to {link.email}
      <div className="dim">
        <Instant at={link.createdAt} /> · opened {link.openedCount}×, fetched {link.fetchedCount}×
        {link.revokedAt && (
          <>
            {' · revoked '}
            <Instant at={link.revokedAt} />
          </>
        )}
      </div>
    </div>
  );
}
