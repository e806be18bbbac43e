import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { graphql } from '../../gql/gql.ts';
import type { QuoteHeadFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';

const Approve = graphql(`
  mutation ApproveDialog_Approve($input: ApproveQuoteInput!) {
    approveQuote(input: $input) {
      ... on Quote {
        __typename
        id
        number
      }
      ...Refused
    }
  }
`);

type Props = { quote: QuoteHeadFragment; opened: boolean; onClose: () => void };

export function ApproveDialog({ quote, opened, onClose }: Props) {
  return (
    <Dialog title="Approve and send this quote?" opened={opened} onClose={onClose}>
      <Consequences quote={quote} onClose={onClose} />
    </Dialog>
  );
}

function Consequences({ quote, onClose }: Omit<Props, 'opened'>) {
  const write = useWrite(Approve, (data) => data.approveQuote);
  const [first] = quote.stages;
  const approve = async () => {
    const done = await write.run({ input: { id: quote.id, version: quote.version } });
    if (!done) return;
    notifications.show({ message: `${done.number} is on its way to ${quote.customer.email}.` });
    onClose();
  };
  return (
    <>
      <ul>
        <li>
          What it says is frozen and sealed. Nobody can change it afterwards, neither you nor the customer.
        </li>
        <li>
          It gets its number, and <strong>{quote.customer.email}</strong> gets a mail with a personal link.
        </li>
        <li>
          {quote.customer.name} can sign until the end of <Day on={quote.validUntil} />.
        </li>
        {first && (
          <li>
            With the signature the invoice “{first.label}” is issued: <Amount of={first.amount} />, more with
            options.
          </li>
        )}
      </ul>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <Button loading={write.busy} onClick={() => void approve()}>
          Approve and send
        </Button>
      </Buttons>
    </>
  );
}
