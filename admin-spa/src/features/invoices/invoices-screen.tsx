import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceFilter } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { Empty } from '../../ui/empty.tsx';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead, Panel } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { InvoiceTable } from './invoice-table.tsx';

const Invoices = graphql(`
  query InvoicesScreen($filter: InvoiceFilter, $search: String, $after: String) {
    invoices(filter: $filter, search: $search, first: 50, after: $after) {
      items {
        ...InvoiceRow
      }
      endCursor
    }
  }
`);

const tabs: readonly [InvoiceFilter | undefined, string][] = [
  [undefined, 'All'],
  ['OPEN', 'Open'],
  ['OVERDUE', 'Overdue'],
  ['PAID', 'Paid'],
];

export function InvoicesScreen() {
  const { filter, search } = useSearch({ from: '/inside/invoices' });
  const navigate = useNavigate();
  const list = useInfiniteQuery({
    queryKey: ['invoices', filter, search],
    queryFn: async ({ pageParam }) =>
      (await request(Invoices, { filter: filter ?? null, search: search ?? null, after: pageParam }))
        .invoices,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
  });
  const find = (text: string) =>
    void navigate({
      to: '/invoices',
      search: { ...(filter && { filter }), ...(text && { search: text }) },
      replace: true,
    });
  return (
    <div>
      <PageHead title="Invoices" />
      <Panel flush>
        <Toolbar>
          <FilterTabs label="Status">
            {tabs.map(([value, label]) => (
              <Link
                key={label}
                to="/invoices"
                search={{ ...(value && { filter: value }), ...(search && { search }) }}
                activeOptions={{ exact: true }}
              >
                {label}
              </Link>
            ))}
          </FilterTabs>
          <SearchField label="Number or customer" value={search ?? ''} onSearch={find} />
        </Toolbar>
        <Loaded read={list}>
          {({ pages }) => {
            const invoices = pages.flatMap((page) => page.items);
            if (invoices.length === 0) return <NoInvoices filtered={Boolean(filter ?? search)} />;
            return <InvoiceTable invoices={invoices} />;
          }}
        </Loaded>
        <MoreButton list={list} />
      </Panel>
    </div>
  );
}

function NoInvoices({ filtered }: { filtered: boolean }) {
  const [to, label] = filtered
    ? (['/invoices', 'Show all invoices'] as const)
    : (['/quotes', 'Go to quotes'] as const);
  return (
    <Empty
      icon="invoice"
      title={filtered ? 'No invoice matches' : 'No invoices yet'}
      action={
        <ButtonLink to={to} variant="default">
          {label}
        </ButtonLink>
      }
    >
      {filtered
        ? 'Another status or another word may find it.'
        : 'Invoices come of accepted quotes: the first with the signature, each later one when you say on the quote that its stage is reached.'}
    </Empty>
  );
}
