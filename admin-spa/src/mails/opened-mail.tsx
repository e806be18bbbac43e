import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { OpenedMailQuery } from '../gql/graphql.ts';
import { request } from '../graphql.ts';
import { useMay } from '../session.ts';
import { Instant } from '../ui/day.tsx';
import { Facts } from '../ui/facts.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { Status } from '../ui/status.tsx';
import { mailStatus } from '../ui/words.ts';
import { useWrite } from '../write.ts';
import styles from './mail-history.module.css';

const Opened = graphql(`
  query OpenedMail($id: ID!) {
    mail(id: $id) {
      id
      to
      subject
      text
      html
      language
      status
      queuedAt
      sentAt
      bouncedAt
      failedAt
      failure
      unwantedSince
      resendProblem
      attachments {
        name
        sha256
      }
    }
  }
`);
const Resend = graphql(`
  mutation OpenedMail_Resend($input: ResendMailInput!) {
    resendMail(input: $input) {
      ... on Mail {
        __typename
        id
        to
      }
      ...Refused
    }
  }
`);

type Mail = OpenedMailQuery['mail'];

/** One mail to the letter, what became of it, and the way to send it again. */
export function OpenedMail({ id, onSent }: { id: string; onSent: () => void }) {
  const read = useQuery({
    queryKey: ['mail', id],
    queryFn: async () => (await request(Opened, { id })).mail,
  });
  return (
    <Loaded read={read} rows={8}>
      {(mail) => (
        <>
          <Facts of={factsOf(mail)} />
          <SendAgain mail={mail} onSent={onSent} />
          {mail.html === '' ? (
            <p className={styles.none}>It is written in the moment in which it goes out.</p>
          ) : (
            <Written mail={mail} />
          )}
        </>
      )}
    </Loaded>
  );
}

const factsOf = (mail: Mail): React.ComponentProps<typeof Facts>['of'] => [
  ['To', mail.to],
  ['Status', <Status tone={mailStatus[mail.status].tone}>{mailStatus[mail.status].label}</Status>],
  ['Why', mail.failure],
  ['Queued', <Instant at={mail.queuedAt} />],
  ['Taken by the mail server', mail.sentAt && <Instant at={mail.sentAt} />],
  ['Came back', mail.bouncedAt && <Instant at={mail.bouncedAt} />],
  ['Given up', mail.failedAt && <Instant at={mail.failedAt} />],
  ['Wants no reminders since', mail.unwantedSince && <Instant at={mail.unwantedSince} />],
  ['Files', mail.attachments.map(({ name }) => name).join(', ')],
];

function SendAgain({ mail, onSent }: { mail: Mail; onSent: () => void }) {
  const mayWrite = useMay('WRITE_QUOTES');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const write = useWrite(Resend, (data) => data.resendMail);
  const send = async () => {
    const done = await write.run({ input: { idempotencyKey, mailId: mail.id, recipient: null } });
    if (done === null) return;
    notifications.show({ message: `The mail is on its way to ${done.to}.` });
    onSent();
  };
  if (!mayWrite) return null;
  if (mail.resendProblem !== null) return <p className={styles.none}>{mail.resendProblem}</p>;
  return (
    <div className={styles.again}>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Button variant="default" loading={write.busy} onClick={() => void send()}>
        Send it again
      </Button>
      <span className={styles.hint}>A new mail with a link of its own, to the address on file.</span>
    </div>
  );
}

/** In a frame without rights: no script, no form, no way out. */
function Written({ mail }: { mail: Mail }) {
  return (
    <>
      <iframe
        className={styles.frame}
        title={`Mail: ${mail.subject}`}
        sandbox=""
        srcDoc={mail.html}
        lang={mail.language}
      />
      <details className={styles.plain}>
        <summary>As plain text</summary>
        <pre className={styles.text}>{mail.text}</pre>
      </details>
    </>
  );
}
