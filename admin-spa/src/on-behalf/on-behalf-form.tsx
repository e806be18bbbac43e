import { localDate } from '@countersign/api/domain/local-date';
import { initialChoices } from '@countersign/api/domain/options';
import type { Choice } from '@countersign/api/domain/pricing';
import { Button, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { ToAcceptFragment } from '../gql/graphql.ts';
import { Buttons } from '../ui/dialog.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import { useFormat } from '../ui/format.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useWrite } from '../write.ts';
import { AgreedOptions } from './agreed-options.tsx';
import { AgreedTotal } from './agreed-total.tsx';
import styles from './on-behalf.module.css';

const Accept = graphql(`
  mutation OnBehalfForm_Accept($input: AcceptOnBehalfInput!) {
    acceptOnBehalf(input: $input) {
      ... on Quote {
        __typename
        id
      }
      ...Refused
    }
  }
`);

export function OnBehalfForm({ quote, onClose }: { quote: ToAcceptFragment; onClose: () => void }) {
  const format = useFormat();
  const write = useWrite(Accept, (data) => data.acceptOnBehalf);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [choices, setChoices] = useState<readonly Choice[]>(() => initialChoices(quote));
  const [signerName, setName] = useState(quote.customer.contactName || quote.customer.name);
  const [signedOn, setDay] = useState<string>(format.today());
  const [reason, setReason] = useState('');
  const accept = async () => {
    const entry = {
      signerName,
      signedOn: localDate(signedOn),
      reason,
      choices: choices.map((one) => ({ ...one })),
    };
    if (!(await write.run({ input: { idempotencyKey, quoteId: quote.id, ...entry } }))) return;
    notifications.show({ message: `${quote.number} is accepted. The customer is told by mail.` });
    onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void accept();
      }}
    >
      <p>
        The first invoice goes out as after a signature. The records say that you entered this, and that{' '}
        {quote.customer.name} signed nothing here.
      </p>
      {quote.options.length > 0 && <AgreedOptions quote={quote} choices={choices} onChange={setChoices} />}
      <AgreedTotal quote={quote} choices={choices} />
      <TextInput
        label="Who agreed"
        required
        maxLength={500}
        value={signerName}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="On which day"
        type="date"
        required
        max={format.today()}
        value={signedOn}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Textarea
        label="How you know"
        description="Such as: signed on paper, copy in the folder. Kept in the evidence."
        required
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          Accept for the customer
        </Button>
      </Buttons>
    </form>
  );
}
