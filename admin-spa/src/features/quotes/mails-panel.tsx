import { Drawer, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { QuoteMailsFragment } from '../../gql/graphql.ts';
import { Instant } from '../../ui/day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { mailStatus } from '../../ui/words.ts';
import styles from './mails-panel.module.css';

graphql(`
  fragment QuoteMails on Quote {
    mails {
      id
      to
      subject
      text
      status
      queuedAt
      sentAt
    }
  }
`);

type Mail = QuoteMailsFragment['mails'][number];

export function MailsPanel({ mails }: { mails: readonly Mail[] }) {
  const [openedId, setOpenedId] = useState<string | null>(null);
  const opened = mails.find((mail) => mail.id === openedId);
  return (
    <Panel title="Mails" flush={mails.length > 0}>
      {mails.length === 0 && (
        <p className={styles.none}>No mail yet. The first one goes out with the approval.</p>
      )}
      <ul className={styles.mails}>
        {mails.map((mail) => (
          <li key={mail.id}>
            <UnstyledButton className={styles.mail} onClick={() => setOpenedId(mail.id)}>
              <span className={styles.subject}>{mail.subject}</span>
              <Status {...{ tone: mailStatus[mail.status].tone }}>{mailStatus[mail.status].label}</Status>
              <span className={styles.when}>
                <Instant at={mail.sentAt ?? mail.queuedAt} />
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Drawer
        opened={Boolean(opened)}
        onClose={() => setOpenedId(null)}
        position="right"
        size="lg"
        title={opened?.subject}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {opened && <MailText mail={opened} />}
      </Drawer>
    </Panel>
  );
}

function MailText({ mail }: { mail: Mail }) {
  return (
    <>
      <Facts
        of={[
          ['To', mail.to],
          ['Status', <Status tone={mailStatus[mail.status].tone}>{mailStatus[mail.status].label}</Status>],
          ['Queued', <Instant at={mail.queuedAt} />],
          ['Sent', mail.sentAt && <Instant at={mail.sentAt} />],
        ]}
      />
      <pre className={styles.text}>{mail.text}</pre>
    </>
  );
}
