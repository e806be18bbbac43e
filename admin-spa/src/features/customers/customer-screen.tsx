import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { CustomerScreenQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { useMay } from '../../session.ts';
import { Instant } from '../../ui/day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead, Panel } from '../../ui/page.tsx';
import { CustomerInvoices } from './customer-invoices.tsx';
import { CustomerQuotes } from './customer-quotes.tsx';

const Customer = graphql(`
  query CustomerScreen($id: ID!) {
    customer(id: $id) {
      id
      name
      contactName
      email
      phone
      address
      prefix
      currency
      paymentTermsDays
      createdAt
      quotes {
        ...CustomerQuote
      }
      invoices {
        ...CustomerInvoice
      }
    }
  }
`);

type Known = CustomerScreenQuery['customer'];

export function CustomerScreen() {
  const { customerId } = useParams({ from: '/inside/customers/$customerId' });
  const read = useQuery({
    queryKey: ['customer', customerId],
    queryFn: async () => (await request(Customer, { id: customerId })).customer,
  });
  return (
    <div>
      <Loaded read={read}>
        {(customer) => (
          <>
            <PageHead
              title={customer.name}
              above={<Link to="/customers">Customers</Link>}
              lead={customer.contactName}
              actions={<Actions customer={customer} />}
            />
            <div className="split">
              <div>
                <CustomerQuotes quotes={customer.quotes} />
                <CustomerInvoices invoices={customer.invoices} />
              </div>
              <div>
                <Details customer={customer} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Actions({ customer }: { customer: Known }) {
  if (!useMay('WRITE_QUOTES')) return null;
  return (
    <>
      <ButtonLink to="/customers/$customerId/edit" params={{ customerId: customer.id }} variant="default">
        Edit
      </ButtonLink>
      <ButtonLink to="/quotes/new" search={{ customer: customer.id }}>
        New quote
      </ButtonLink>
    </>
  );
}

function Details({ customer }: { customer: Known }) {
  const terms = customer.paymentTermsDays;
  return (
    <Panel title="Details">
      <Facts
        of={[
          [
            'E-mail',
            <a key="email" href={`mailto:${customer.email}`}>
              {customer.email}
            </a>,
          ],
          ['Telephone', customer.phone],
          ['Address', customer.address.join('\n')],
          ['Prefix', customer.prefix],
          ['Currency', customer.currency],
          ['Payment terms', terms === null ? 'As the company' : `${terms} days`],
          ['Known since', <Instant key="since" at={customer.createdAt} />],
        ]}
      />
    </Panel>
  );
}
