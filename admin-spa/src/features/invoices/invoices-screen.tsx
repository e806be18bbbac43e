import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { CsvButton } from '../../lists/csv-button.tsx';
import { FilterChips } from '../../lists/filter-chips.tsx';
import lists from '../../lists/lists.module.css';
import { OrderSelect } from '../../lists/order-select.tsx';
import { queryOf } from '../../lists/query-of.ts';
import { ViewsMenu } from '../../lists/views-menu.tsx';
import { withoutNothing } from '../../lists/without-nothing.ts';
import { type InvoiceSearch, invoiceSearch } from '../../search.ts';
import { useMay } from '../../session.ts';
import { Icon } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead, Panel } from '../../ui/page.tsx';
import type { TableOrder } from '../../ui/record-table.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { invoiceOrder } from '../../ui/words.ts';
import { type ChangeInvoices, InvoiceFilters, useInvoiceChips } from './invoice-filters.tsx';
import { InvoiceTable } from './invoice-table.tsx';
import { InvoiceTabs } from './invoice-tabs.tsx';
import { NoInvoices } from './no-invoices.tsx';

const Invoices = graphql(`
  query InvoicesScreen(
    $filter: InvoiceListInput
    $sort: InvoiceOrder
    $direction: SortDirection
    $after: String
  ) {
    invoices(filter: $filter, sort: $sort, direction: $direction, first: 50, after: $after) {
      items {
        ...InvoiceRow
      }
      endCursor
    }
  }
`);

const choices = Object.entries(invoiceOrder).map(([by, label]) => ({ by, label }));

/** Everything that the list shows is in its address, so that it can be sent to somebody and comes back with "back". */
export function InvoicesScreen() {
  const search = useSearch({ from: '/inside/invoices' });
  const navigate = useNavigate();
  const { sort, direction, ...filter } = search;
  const list = useInfiniteQuery({
    queryKey: ['invoices', search],
    queryFn: async ({ pageParam }) =>
      (
        await request(Invoices, {
          filter,
          sort: sort ?? null,
          direction: direction ?? null,
          after: pageParam,
        })
      ).invoices,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
  });
  const show = (next: InvoiceSearch, replace = false) =>
    void navigate({ to: '/invoices', search: next, replace });
  const change: ChangeInvoices = (some) => show(withoutNothing({ ...search, ...some } as InvoiceSearch));
  const order: TableOrder = {
    by: sort ?? 'ISSUE_DATE',
    ascending: direction === 'ASCENDING',
    onOrder: (by, ascending) =>
      show(invoiceSearch({ ...search, sort: by, direction: ascending ? 'ASCENDING' : 'DESCENDING' })),
  };
  const chips = useInvoiceChips({ search, onChange: change });
  const cleared = { ...(sort && { sort }), ...(direction && { direction }) };
  return (
    <div>
      <PageHead title="Invoices" actions={<NewInvoice />} />
      <Panel flush>
        <Toolbar>
          <InvoiceTabs search={search} />
          <div className={lists.tools}>
            <OrderSelect choices={choices} order={order} />
            <InvoiceFilters search={search} onChange={change} />
            <ViewsMenu
              screen="INVOICES"
              query={queryOf(search)}
              onOpen={(found) => show(invoiceSearch(found))}
            />
            <CsvButton list="invoices" search={search} />
          </div>
          <SearchField
            label="Number or customer"
            value={search.search ?? ''}
            onSearch={(text) => show(withoutNothing({ ...search, search: text }), true)}
          />
        </Toolbar>
        <FilterChips chips={chips} onClearAll={() => show(cleared)} />
        <Loaded read={list}>
          {({ pages }) => {
            const invoices = pages.flatMap((page) => page.items);
            if (invoices.length === 0)
              return <NoInvoices filtered={Object.keys(filter).length > 0} search={search.search} />;
            return <InvoiceTable invoices={invoices} order={order} />;
          }}
        </Loaded>
        <MoreButton list={list} />
      </Panel>
    </div>
  );
}

function NewInvoice() {
  if (!useMay('ISSUE_INVOICES')) return null;
  return (
    <ButtonLink to="/invoices/new" leftSection={<Icon name="plus" size={16} />}>
      New invoice
    </ButtonLink>
  );
}
