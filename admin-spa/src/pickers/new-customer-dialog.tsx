import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { nothingTyped, useDuplicates } from '../duplicates.ts';
import { graphql } from '../gql/gql.ts';
import type { PickedCustomerFragment } from '../gql/graphql.ts';
import { useSession } from '../session.ts';
import { customerProblems, readCustomer } from '../ui/customer-entry.ts';
import { AddressField, MoneyFields, WhoFields } from '../ui/customer-fields.tsx';
import { Buttons, Dialog } from '../ui/dialog.tsx';
import { DuplicateNote, isLikely } from '../ui/duplicate-note.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import { refusedPath } from '../ui/problems.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useWrite } from '../write.ts';

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
  const [typed, setTyped] = useState(nothingTyped);
  const { currency } = useSession().company;
  const duplicates = useDuplicates(typed);
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
  const fields = { problems: { ...refusedPath(write.refusal), ...problems } };
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      onInput={(event) => {
        event.stopPropagation();
        setTyped(readCustomer(new FormData(event.currentTarget)));
      }}
    >
      <RefusalNote refusal={write.refusal} />
      <FaultNote fault={write.fault} />
      <WhoFields {...fields} />
      <DuplicateNote
        suggestions={duplicates}
        action={(customer) =>
          customer.archivedAt === null && (
            <Button size="compact-sm" variant="light" onClick={() => onCreated(customer)}>
              Use this one<span className="unseen">: {customer.name}</span>
            </Button>
          )
        }
      />
      <AddressField {...fields} />
      <MoneyFields {...fields} currency={currency} />
      <Buttons>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={write.busy}>
          {duplicates.some(({ reasons }) => isLikely(reasons)) ? 'Add anyway' : 'Add the customer'}
        </Button>
      </Buttons>
    </form>
  );
}
