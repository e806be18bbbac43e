import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { MailedLinkFragment, RefusedFragment } from '../gql/graphql.ts';
import type { Fault } from '../graphql.ts';
import { Instant } from '../ui/day.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import { useFormat } from '../ui/format.ts';
import { Panel } from '../ui/page.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import styles from './links-panel.module.css';

graphql(`
  fragment MailedLink on CustomerLink {
    id
    purpose
    email
    createdAt
    revokedAt
    fetchedCount
    openedCount
    invoice {
      number
    }
  }
`);

type Step = { busy: boolean; refusal: RefusedFragment | null; fault: Fault | null };

type Props = {
  links: readonly MailedLinkFragment[];
  /** How often a person had it open, in words. */
  opened: string;
  mayWrite: boolean;
  revoke: Step & { end: (id: string) => Promise<unknown> };
  /** The key is the same until a mail is on its way, so that a repeat after a lost answer sends no second one. */
  send: Step & { mail: (idempotencyKey: string) => Promise<unknown> };
};

/** Which personal links are out, how often a person had them open, and how to end or replace one. */
export function LinksPanel({ links, opened, mayWrite, revoke, send }: Props) {
  const format = useFormat();
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const sendFresh = async () => {
    if (!(await send.mail(idempotencyKey))) return;
    setKey(crypto.randomUUID());
    notifications.show({ message: 'A fresh link is on its way to the customer.' });
  };
  return (
    <Panel title="Links" aside={<span className="dim">{opened}</span>}>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.id}>
            <LinkWords link={link} />
            {mayWrite && link.revokedAt === null && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Revoke the link to ${whatOf(link)} of ${format.instant(link.createdAt)}`}
                disabled={revoke.busy}
                onClick={() => void revoke.end(link.id)}
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

/** `Opened 4 times`. */
export function openedWords(count: number): string {
  if (count === 0) return 'Not opened yet';
  return count === 1 ? 'Opened once' : `Opened ${count} times`;
}

const whatOf = ({ purpose, invoice }: MailedLinkFragment): string =>
  purpose === 'QUOTE' ? 'Quote' : `Invoice ${invoice?.number ?? ''}`.trim();

function LinkWords({ link }: { link: MailedLinkFragment }) {
  return (
    <div>
      {whatOf(link)} to {link.email}
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
