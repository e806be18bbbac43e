import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWrite } from '../../write.ts';

const Archive = graphql(`
  mutation CustomerSteps_Archive($input: ArchiveCustomerInput!) {
    archiveCustomer(input: $input) {
      ... on Customer {
        __typename
        id
        version
      }
      ...Refused
    }
  }
`);

const Restore = graphql(`
  mutation CustomerSteps_Restore($input: RestoreCustomerInput!) {
    restoreCustomer(input: $input) {
      ... on Customer {
        __typename
        id
        version
      }
      ...Refused
    }
  }
`);

const SendLink = graphql(`
  mutation CustomerSteps_SendLink($input: SendAccountLinkInput!) {
    sendAccountLink(input: $input) {
      ... on Customer {
        __typename
        id
        email
      }
      ...Refused
    }
  }
`);

/** Archiving is done at once, because it can be taken back. What went wrong is in `refusal` and `fault`. */
export function useCustomerSteps({ id, version, name }: { id: string; version: number; name: string }) {
  const archiving = useWrite(Archive, (data) => data.archiveCustomer);
  const restoring = useWrite(Restore, (data) => data.restoreCustomer);
  const sending = useWrite(SendLink, (data) => data.sendAccountLink);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const restoreFrom = async (seen: number) => {
    archiving.clear();
    const done = await restoring.run({ input: { id, version: seen } });
    if (done) notifications.show({ message: `${name} is back in the list.` });
  };
  return {
    archive: async () => {
      restoring.clear();
      const done = await archiving.run({ input: { id, version } });
      if (done) showUndo(`${name} is archived.`, () => void restoreFrom(done.version));
    },
    restore: () => restoreFrom(version),
    sendLink: async () => {
      const done = await sending.run({ input: { idempotencyKey, customerId: id } });
      if (!done) return;
      setKey(crypto.randomUUID());
      notifications.show({ message: `The link is on its way to ${done.email}.` });
    },
    busy: archiving.busy || restoring.busy || sending.busy,
    refusal: archiving.refusal ?? restoring.refusal ?? sending.refusal,
    fault: archiving.fault ?? restoring.fault ?? sending.fault,
  };
}
