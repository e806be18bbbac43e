import { Drawer, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { MailInHistoryFragment } from '../gql/graphql.ts';
import { Instant } from '../ui/day.tsx';
import { Panel } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { mailStatus } from '../ui/words.ts';
import styles from './mail-history.module.css';
import { OpenedMail } from './opened-mail.tsx';

graphql(`
  fragment MailInHistory on Mail {
    id
    to
    subject
    status
    queuedAt
    sentAt
    bouncedAt
    failedAt
    failure
    resendOf
  }
`);

type Props = {
  mails: readonly MailInHistoryFragment[];
  /** What stands there while there are none. */
  none: string;
};

/** The mails about a quote or an invoice, newest first: what became of each, and on a click the mail itself. */
export function MailHistory({ mails, none }: Props) {
  const [openedId, setOpenedId] = useState<string | null>(null);
  const opened = mails.find((mail) => mail.id === openedId);
  return (
    <Panel title="Mails" flush={mails.length > 0}>
      {mails.length === 0 && <p className={styles.none}>{none}</p>}
      <ul className={styles.mails}>
        {mails.map((mail) => (
          <li key={mail.id}>
            <UnstyledButton className={styles.mail} onClick={() => setOpenedId(mail.id)}>
              <span className={styles.subject}>{mail.subject}</span>
              <span className={styles.to}>
                {mail.to} · <Instant at={mail.bouncedAt ?? mail.failedAt ?? mail.sentAt ?? mail.queuedAt} />
                {mail.resendOf !== null && ' · sent again'}
              </span>
              <Status tone={mailStatus[mail.status].tone}>{mailStatus[mail.status].label}</Status>
              {mail.failure !== null && <span className={styles.failure}>{mail.failure}</span>}
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
        {opened && <OpenedMail key={opened.id} id={opened.id} onSent={() => setOpenedId(null)} />}
      </Drawer>
    </Panel>
  );
}
