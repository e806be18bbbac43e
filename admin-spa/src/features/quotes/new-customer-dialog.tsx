import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { PickedCustomerFragment } from '../../gql/graphql.ts';
import { customerProblems, readCustomer } from '../../ui/customer-entry.ts';
import { CustomerFields } from '../../ui/customer-fields.tsx';
import { Buttons, Dialog } from '../../ui/dialog.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { refusedField } from '../../ui/problems.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWrite } from '../../write.ts';

const Create = graphql(`
  mutation NewCustomerDialog_Create($input: CreateCustomerInput!) {
    createCustomer(input: $input) {
      ... on Customer {
        __typename
        ...PickedCustomer
      }
      ...Refused
    }
  }
`);

type Form = { onClose: () => void; onCreated: (customer: PickedCustomerFragment) => void };

export function NewCustomerDialog({ opened, ...form }: Form & { opened: boolean }) {
  return (
    <Dialog title="New customer" opened={opened} onClose={form.onClose}>
      <NewCustomerForm {...form} />
    </Dialog>
  );
}

function NewCustomerForm({ onClose, onCreated }: Form) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [problems, setProblems] = useState<Record<string, string | undefined>>({});
  const write = useWrite(Create, (data) => data.createCustomer);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // the dialog lies in the editor's form for React, though not on the page
    event.stopPropagation();
    const customer = readCustomer(new FormData(event.currentTarget));
    const found = customerProblems(customer);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const done = await write.run({ input: { idempotencyKey, customer } });
    if (done) onCreated(done);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <CustomerFields problems={{ ...refusedField(write.refusal), ...problems }} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          Add the customer
        </Button>
      </Buttons>
    </form>
  );
}
