import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';

const SendFresh = graphql(`
  mutation FreshLinkButton_Send($input: SendFreshLinkInput!) {
    sendFreshLink(input: $input) {
      ... on Quote {
        __typename
        id
      }
      ...Refused
    }
  }
`);

/** Mails a link to the address on file; the server settles the item with it. */
export function FreshLinkButton({ quoteId, variant }: { quoteId: string; variant: 'filled' | 'default' }) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const write = useWrite(SendFresh, (data) => data.sendFreshLink);
  const send = async () => {
    if (await write.run({ input: { idempotencyKey, quoteId, invoiceId: null } }))
      notifications.show({
        message: 'A fresh link is on its way to the address on file. The item is settled.',
      });
  };
  return (
    <>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Button size="xs" variant={variant} loading={write.busy} onClick={() => void send()}>
        Send a fresh link
      </Button>
    </>
  );
}
