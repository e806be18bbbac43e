import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DraftNotes } from '../../drafts/draft-notes.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { graphql } from '../../gql/gql.ts';
import type { CustomerEntry } from '../../ui/customer-entry.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { PageHead } from '../../ui/page.tsx';
import { useWrite } from '../../write.ts';
import { CustomerForm } from './customer-form.tsx';
import styles from './form-screen.module.css';

const Create = graphql(`
  mutation NewCustomerScreen_Create($input: CreateCustomerInput!) {
    createCustomer(input: $input) {
      ... on Customer {
        __typename
        id
        name
      }
      ...Refused
    }
  }
`);

type NewCustomer = { idempotencyKey: string; typed: CustomerEntry | null };

export function NewCustomerScreen() {
  const navigate = useNavigate();
  const [start] = useState<NewCustomer>(() => ({ idempotencyKey: crypto.randomUUID(), typed: null }));
  const draft = useDraft('new-customer', start);
  const write = useWrite(Create, (data) => data.createCustomer);
  return (
    <div className={styles.screen}>
      <PageHead title="New customer" above={<Link to="/customers">Customers</Link>} />
      <DraftNotes draft={draft} />
      <CustomerForm
        key={draft.round}
        draft={draft}
        write={write}
        submit="Add the customer"
        back={
          <ButtonLink to="/customers" variant="default">
            Back
          </ButtonLink>
        }
        onSubmit={async (customer) => {
          const { idempotencyKey } = draft.begin;
          const done = await write.run({ input: { idempotencyKey, customer } });
          if (!done) return;
          draft.close();
          notifications.show({ message: `${done.name} is added.` });
          await navigate({ to: '/customers/$customerId', params: { customerId: done.id } });
        }}
      />
    </div>
  );
}
