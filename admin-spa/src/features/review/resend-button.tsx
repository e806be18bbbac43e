import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';

const Resend = graphql(`
  mutation ResendButton_Resend($input: ResendMailInput!) {
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

/** A mail that came back: first the address is put right, then it goes out again. */
export function ResendButton({ mailId, customerId }: { mailId: string; customerId: string | null }) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const write = useWrite(Resend, (data) => data.resendMail);
  const send = async () => {
    const done = await write.run({ input: { idempotencyKey, mailId, recipient: null } });
    if (done) notifications.show({ message: `The mail is on its way to ${done.to}.` });
  };
  return (
    <>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      {customerId !== null && (
        <ButtonLink size="xs" variant="default" to="/customers/$customerId/edit" params={{ customerId }}>
          Change the address…
        </ButtonLink>
      )}
      <Button size="xs" loading={write.busy} onClick={() => void send()}>
        Send it again
      </Button>
    </>
  );
}
