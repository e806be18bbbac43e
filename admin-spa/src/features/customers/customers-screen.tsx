import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { useMay } from '../../session.ts';
import { Empty } from '../../ui/empty.tsx';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead, Panel } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { CustomerTable } from './customer-table.tsx';

const Customers = graphql(`
  query CustomersScreen($search: String, $archived: Boolean, $after: String) {
    customers(search: $search, archived: $archived, first: 50, after: $after) {
      items {
        ...CustomerRow
      }
      endCursor
    }
  }
`);

const tabs = [
  ['Active', {}],
  ['Archived', { archived: true }],
] as const;

export function CustomersScreen() {
  const { search, archived } = useSearch({ from: '/inside/customers' });
  const navigate = useNavigate();
  const list = useInfiniteQuery({
    queryKey: ['customers', search, archived],
    queryFn: async ({ pageParam }) =>
      (await request(Customers, { search: search ?? null, archived: archived ?? null, after: pageParam }))
        .customers,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
  });
  const find = (text: string) =>
    void navigate({
      to: '/customers',
      search: { ...(archived && { archived }), ...(text && { search: text }) },
      replace: true,
    });
  return (
    <div>
      <PageHead title="Customers" actions={<NewCustomer />} />
      <Panel flush>
        <Toolbar>
          <FilterTabs label="Which customers">
            {tabs.map(([label, filter]) => (
              <Link
                key={label}
                to="/customers"
                search={{ ...filter, ...(search && { search }) }}
                activeOptions={{ exact: true }}
              >
                {label}
              </Link>
            ))}
          </FilterTabs>
          <SearchField label="Name, contact or e-mail" value={search ?? ''} onSearch={find} />
        </Toolbar>
        <Loaded read={list}>
          {({ pages }) => {
            const customers = pages.flatMap((page) => page.items);
            return customers.length === 0 ? (
              <NoCustomers search={search} archived={archived} />
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

function NoCustomers({ search, archived }: { search: string | undefined; archived: true | undefined }) {
  if (search) {
    return (
      <Empty icon="customer" title={`Nobody is called “${search}”`} action={!archived && <NewCustomer />}>
        Try a part of the name, the contact or the e-mail address
        {archived ? '.' : ', or look among the archived ones.'}
      </Empty>
    );
  }
  return archived ? (
    <Empty icon="customer" title="Nobody is archived">
      Customers that you do not quote for any more can be put here. Their documents stay, and they can come
      back.
    </Empty>
  ) : (
    <Empty icon="customer" title="Your first customer" action={<NewCustomer />}>
      A customer is whom a quote is written for. The e-mail address matters most: links go to it, and only it
      can sign.
    </Empty>
  );
}
