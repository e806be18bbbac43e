import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page.tsx';
import { NewInvoice } from './free/new-invoice.tsx';

const Start = graphql(`
  query NewInvoiceScreen($customerId: ID!, $given: Boolean!) {
    company {
      ...FreeInvoiceCompany
    }
    customer(id: $customerId) @include(if: $given) {
      ...PickedCustomer
    }
  }
`);

export function NewInvoiceScreen() {
  const { customer } = useSearch({ from: '/inside/invoices/new' });
  const read = useQuery({
    queryKey: ['new-invoice', customer],
    queryFn: () => request(Start, { customerId: customer ?? '', given: Boolean(customer) }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  return (
    <div>
      <PageHead
        title="New invoice"
        above={<Link to="/invoices">Invoices</Link>}
        lead="For work that was never quoted. Stages of a quote are issued on the page of the quote."
      />
      <Loaded read={read} rows={8}>
        {(begin) => <NewInvoice company={begin.company} customer={begin.customer ?? null} />}
      </Loaded>
    </div>
  );
}
