import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { EraseDialogQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';
import { ErasureShares } from './erasure-shares.tsx';

const Preview = graphql(`
  query EraseDialog($customerId: ID!) {
    erasurePreview(customerId: $customerId) {
      outcome
      kind
      until
      shares {
        what
        count
        goesNow
      }
    }
  }
`);

const Erase = graphql(`
  mutation EraseDialog_Erase($input: EraseCustomerInput!) {
    eraseCustomer(input: $input) {
      ... on Customer {
        __typename
        id
        erasure {
          outcome
        }
      }
      ...Refused
    }
  }
`);

type Props = { customer: { id: string; name: string }; onClose: () => void };

/** Says beforehand what goes and what stays, because nothing of it can be taken back. */
export function EraseDialog({ opened, ...props }: Props & { opened: boolean }) {
  return (
    <Dialog title={`Erase the data of ${props.customer.name}?`} opened={opened} onClose={props.onClose}>
      <Asked {...props} />
    </Dialog>
  );
}

function Asked(props: Props) {
  const read = useQuery({
    queryKey: ['erasure', props.customer.id],
    queryFn: async () => (await request(Preview, { customerId: props.customer.id })).erasurePreview,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded read={read} rows={4}>
      {(preview) => <Consequences preview={preview} {...props} />}
    </Loaded>
  );
}

type Known = Props & { preview: EraseDialogQuery['erasurePreview'] };

function Consequences({ preview, customer, onClose }: Known) {
  const write = useWrite(Erase, (data) => data.eraseCustomer);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await write.run({ input: { idempotencyKey, id: customer.id, reason } });
    if (done === null) return;
    const isErased = done.erasure?.outcome === 'ERASED';
    notifications.show({ message: isErased ? 'The data are erased.' : 'The customer is restricted.' });
    onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <ErasureShares preview={preview} />
      <TextInput
        label="Why"
        description="Kept for good, so without names and addresses: “Asked for it by letter”."
        required
        maxLength={300}
        value={reason}
        error={write.refusal?.field === 'reason' ? write.refusal.message : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {write.refusal?.field !== 'reason' && <RefusalNote refusal={write.refusal} />}
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Keep them
        </Button>
        <Button type="submit" color="red.9" loading={write.busy} disabled={reason.trim() === ''}>
          {preview.outcome === 'ERASED' ? 'Erase for good' : 'Erase and restrict'}
        </Button>
      </Buttons>
    </form>
  );
}
