import { Button, Radio } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { ChangeKind, QuoteHeadFragment } from '../../gql/graphql.ts';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';

const Create = graphql(`
  mutation ChangeOrderDialog_Create($input: CreateChangeOrderInput!) {
    createChangeOrder(input: $input) {
      ...Stepped
      ...Refused
    }
  }
`);

type Props = { quote: QuoteHeadFragment; opened: boolean; onClose: () => void };

/** Starts a change of what was agreed; it is written and signed like a quote. */
export function ChangeOrderDialog({ quote, opened, onClose }: Props) {
  return (
    <Dialog title={`Change what was agreed in ${quote.number}`} opened={opened} onClose={onClose}>
      <Choice quote={quote} onClose={onClose} />
    </Dialog>
  );
}

function Choice({ quote, onClose }: Omit<Props, 'opened'>) {
  const navigate = useNavigate();
  const write = useWrite(Create, (data) => data.createChangeOrder);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<ChangeKind>('ADDITION');
  const start = async () => {
    const done = await write.run({ input: { idempotencyKey, quoteId: quote.id, kind } });
    if (!done || done.__typename !== 'Quote') return;
    onClose();
    await navigate({ to: '/quotes/$quoteId/edit', params: { quoteId: done.id } });
  };
  return (
    <>
      <p>
        What was signed stays as it is. The change is a draft that you write, approve and send;{' '}
        {quote.customer.name} signs it like the quote.
      </p>
      <Radio.Group
        label="What it does"
        value={kind}
        onChange={(value) => setKind(value === 'REDUCTION' ? 'REDUCTION' : 'ADDITION')}
      >
        <Radio
          mt="xs"
          value="ADDITION"
          label="It adds work"
          description="With payment stages and invoices of its own."
        />
        <Radio
          mt="xs"
          value="REDUCTION"
          label="It takes work away"
          description="The stages that are not invoiced yet become smaller; what is left over is credited on issued invoices."
        />
      </Radio.Group>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button loading={write.busy} onClick={() => void start()}>
          Write the change
        </Button>
      </Buttons>
    </>
  );
}
