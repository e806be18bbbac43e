import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
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

export function NewCustomerScreen() {
  const navigate = useNavigate();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const write = useWrite(Create, (data) => data.createCustomer);
  return (
    <div className={styles.screen}>
      <PageHead title="New customer" above={<Link to="/customers">Customers</Link>} />
      <CustomerForm
        write={write}
        submit="Add the customer"
        back={
          <ButtonLink to="/customers" variant="default">
            Back
          </ButtonLink>
        }
        onSubmit={async (customer) => {
          const done = await write.run({ input: { idempotencyKey, customer } });
          if (!done) return;
          notifications.show({ message: `${done.name} is added.` });
          await navigate({ to: '/customers/$customerId', params: { customerId: done.id } });
        }}
      />
    </div>
  );
}
