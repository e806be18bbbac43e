import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { DraftNotes } from '../../drafts/draft-notes.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { graphql } from '../../gql/gql.ts';
import type { EditCustomerScreenQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import type { CustomerEntry } from '../../ui/customer-entry.ts';
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

type Edited = { version: number; typed: CustomerEntry | null };

function Edit({ customer }: { customer: EditCustomerScreenQuery['customer'] }) {
  const navigate = useNavigate();
  const { id } = customer;
  // the version that the form was filled from: a later one on the server has to stop this save
  const [start] = useState<Edited>(() => ({ version: customer.version, typed: null }));
  const draft = useDraft(`customer-${id}`, start);
  const write = useWrite(Update, (data) => data.updateCustomer);
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
      <DraftNotes draft={draft} />
      <CustomerForm
        key={draft.round}
        draft={draft}
        customer={{ ...customer, hasQuotes: customer.quotes.length > 0 }}
        write={write}
        submit="Save"
        back={
          <ButtonLink to="/customers/$customerId" params={{ customerId: id }} variant="default">
            Back
          </ButtonLink>
        }
        onSubmit={async (entry) => {
          const { version } = draft.begin;
          if (!(await write.run({ input: { id, version, customer: entry } }))) return;
          draft.close();
          notifications.show({ message: 'Saved.' });
          await navigate({ to: '/customers/$customerId', params: { customerId: id } });
        }}
      />
    </>
  );
}
