import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { graphql } from '../../gql/gql.ts';
import type { QuoteHeadFragment } from '../../gql/graphql.ts';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';

const Cancel = graphql(`
  mutation CancelDialog_Cancel($input: CancelQuoteInput!) {
    cancelQuote(input: $input) {
      ... on Quote {
        __typename
        id
      }
      ...Refused
    }
  }
`);

type Props = { quote: QuoteHeadFragment; opened: boolean; onClose: () => void };

export function CancelDialog({ quote, opened, onClose }: Props) {
  return (
    <Dialog
      title={quote.status === 'DRAFT' ? 'Discard this draft?' : 'Withdraw this quote?'}
      opened={opened}
      onClose={onClose}
    >
      <Consequences quote={quote} onClose={onClose} />
    </Dialog>
  );
}

function Consequences({ quote, onClose }: Omit<Props, 'opened'>) {
  const write = useWrite(Cancel, (data) => data.cancelQuote);
  const draft = quote.status === 'DRAFT';
  const cancel = async () => {
    if (!(await write.run({ input: { id: quote.id, version: quote.version } }))) return;
    notifications.show({ message: draft ? 'The draft is discarded.' : `${quote.number} is withdrawn.` });
    onClose();
  };
  return (
    <>
      <p>
        {draft
          ? 'It stays in the list as canceled, but cannot be edited or sent any more.'
          : `The link of ${quote.customer.name} then says that the quote was withdrawn. It cannot be signed any more, and this cannot be undone.`}
      </p>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Keep it
        </Button>
        <Button color="red.9" loading={write.busy} onClick={() => void cancel()}>
          {draft ? 'Discard the draft' : 'Withdraw the quote'}
        </Button>
      </Buttons>
    </>
  );
}
