import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { useMay } from '../../session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead, Panel } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { CustomerTable } from './customer-table.tsx';

const Customers = graphql(`
  query CustomersScreen($search: String, $after: String) {
    customers(search: $search, first: 50, after: $after) {
      items {
        ...CustomerRow
      }
      endCursor
    }
  }
`);

export function CustomersScreen() {
  const { search } = useSearch({ from: '/inside/customers' });
  const navigate = useNavigate();
  const list = useInfiniteQuery({
    queryKey: ['customers', search],
    queryFn: async ({ pageParam }) =>
      (await request(Customers, { search: search ?? null, after: pageParam })).customers,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
  });
  const find = (text: string) =>
    void navigate({ to: '/customers', search: text ? { search: text } : {}, replace: true });
  return (
    <div>
      <PageHead title="Customers" actions={<NewCustomer />} />
      <Panel flush>
        <Toolbar>
          <SearchField label="Name, contact or e-mail" value={search ?? ''} onSearch={find} />
        </Toolbar>
        <Loaded read={list}>
          {({ pages }) => {
            const customers = pages.flatMap((page) => page.items);
            return customers.length === 0 ? (
              <NoCustomers search={search} />
            ) : (
              <CustomerTable {...{ customers }} />
            );
          }}
        </Loaded>
        <MoreButton list={list} />
      </Panel>
    </div>
  );
}

function NewCustomer() {
  if (!useMay('WRITE_QUOTES')) return null;
  return (
    <ButtonLink to="/customers/new" leftSection={<Icon name="plus" size={16} />}>
      New customer
    </ButtonLink>
  );
}

function NoCustomers({ search }: { search: string | undefined }) {
  return (
    <Empty
      icon="customer"
      title={search ? `Nobody is called “${search}”` : 'Your first customer'}
      action={<NewCustomer />}
    >
      {search
        ? 'Try a part of the name, the contact or the e-mail address.'
        : 'A customer is whom a quote is written for. The e-mail address matters most: links go to it, and only it can sign.'}
    </Empty>
  );
}
