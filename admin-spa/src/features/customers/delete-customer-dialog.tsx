import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';

const Delete = graphql(`
  mutation DeleteCustomerDialog_Delete($input: DeleteCustomerInput!) {
    deleteCustomer(input: $input) {
      ... on DeletedCustomer {
        __typename
        id
        name
      }
      ...Refused
    }
  }
`);

type Props = {
  customer: { id: string; version: number; name: string };
  onClose: () => void;
  /** The page behind must not read again what is about to be gone. */
  onLeave: (leaving: boolean) => void;
};

export function DeleteCustomerDialog({ opened, ...props }: Props & { opened: boolean }) {
  return (
    <Dialog title={`Delete ${props.customer.name}?`} opened={opened} onClose={props.onClose}>
      <Consequences {...props} />
    </Dialog>
  );
}

function Consequences({ customer: { id, version, name }, onClose, onLeave }: Props) {
  const navigate = useNavigate();
  const write = useWrite(Delete, (data) => data.deleteCustomer);
  const submit = async () => {
    onLeave(true);
    if (!(await write.run({ input: { id, version } }))) return onLeave(false);
    notifications.show({ message: `${name} is deleted.` });
    await navigate({ to: '/customers' });
  };
  return (
    <>
      <p>
        No quote and no invoice names {name}, so the entry can go for good, with its contacts and notes. This
        cannot be undone.
      </p>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Keep it
        </Button>
        <Button color="red.9" loading={write.busy} onClick={() => void submit()}>
          Delete for good
        </Button>
      </Buttons>
    </>
  );
}
