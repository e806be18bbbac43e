import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { EditCustomerScreenQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page.tsx';
import { useWrite } from '../../write.ts';
import { CustomerForm } from './customer-form.tsx';
import styles from './form-screen.module.css';

const Customer = graphql(`
  query EditCustomerScreen($id: ID!) {
    customer(id: $id) {
      id
      version
      name
      contactName
      email
      phone
      address
      taxNumber
      contacts {
        id
        name
        email
        phone
        role
      }
      prefix
      currency
      language
      paymentTermsDays
      accountManager {
        id
        name
      }
      notes
      invoiceHold
      quotes {
        id
      }
    }
  }
`);

const Update = graphql(`
  mutation EditCustomerScreen_Update($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      ... on Customer {
        __typename
        id
      }
      ...Refused
    }
  }
`);

export function EditCustomerScreen() {
  const { customerId } = useParams({ from: '/inside/customers/$customerId/edit' });
  const read = useQuery({
    queryKey: ['customer', customerId, 'edit'],
    queryFn: async () => (await request(Customer, { id: customerId })).customer,
    // what is being edited must be what is there now, and must not move while it is
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <div className={styles.screen}>
      <Loaded read={read}>{(customer) => <Edit customer={customer} />}</Loaded>
    </div>
  );
}

function Edit({ customer }: { customer: EditCustomerScreenQuery['customer'] }) {
  const navigate = useNavigate();
  // the version that the form was filled from: a later one on the server has to stop this save
  const [version] = useState(customer.version);
  const write = useWrite(Update, (data) => data.updateCustomer);
  const { id } = customer;
  return (
    <>
      <PageHead
        title={`Edit ${customer.name}`}
        above={
          <Link to="/customers/$customerId" params={{ customerId: id }}>
            {customer.name}
          </Link>
        }
        lead="Documents that exist keep what they say."
      />
      <CustomerForm
        customer={{ ...customer, hasQuotes: customer.quotes.length > 0 }}
        write={write}
        submit="Save"
        back={
          <ButtonLink to="/customers/$customerId" params={{ customerId: id }} variant="default">
            Back
          </ButtonLink>
        }
        onSubmit={async (entry) => {
          if (!(await write.run({ input: { id, version, customer: entry } }))) return;
          notifications.show({ message: 'Saved.' });
          await navigate({ to: '/customers/$customerId', params: { customerId: id } });
        }}
      />
    </>
  );
}
