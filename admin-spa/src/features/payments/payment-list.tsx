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
import { type PaymentSearch, paymentSearch } from '../../search.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Panel } from '../../ui/page.tsx';
import type { TableOrder } from '../../ui/record-table.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { paymentOrder } from '../../ui/words.ts';
import { NoPayments } from './no-payments.tsx';
import { type ChangePayments, PaymentFilters, usePaymentChips } from './payment-filters.tsx';
import { PaymentTable } from './payment-table.tsx';
import { PaymentTabs } from './payment-tabs.tsx';

const Payments = graphql(`
  query PaymentList(
    $filter: PaymentListInput
    $sort: PaymentOrder
    $direction: SortDirection
    $after: String
  ) {
    payments(filter: $filter, sort: $sort, direction: $direction, first: 50, after: $after) {
      items {
        ...PaymentRow
      }
      endCursor
    }
  }
`);

const choices = Object.entries(paymentOrder).map(([by, label]) => ({ by, label }));

/** Everything that the list shows is in its address, so that it can be sent to somebody and comes back with "back". */
export function PaymentList() {
  const search = useSearch({ from: '/inside/payments' });
  const navigate = useNavigate();
  const { sort, direction, ...filter } = search;
  const list = useInfiniteQuery({
    queryKey: ['payments', search],
    queryFn: async ({ pageParam }) =>
      (
        await request(Payments, {
          filter,
          sort: sort ?? null,
          direction: direction ?? null,
          after: pageParam,
        })
      ).payments,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
    // the addresses of the receipts are good for five minutes
    refetchInterval: 240_000,
  });
  // what is above the list stays where it is while only the list changes
  const show = (next: PaymentSearch, replace = false) =>
    void navigate({ to: '/payments', search: next, replace, resetScroll: false });
  const change: ChangePayments = (some) => show(withoutNothing({ ...search, ...some } as PaymentSearch));
  const order: TableOrder = {
    by: sort ?? 'CREATED',
    ascending: direction === 'ASCENDING',
    onOrder: (by, ascending) =>
      show(paymentSearch({ ...search, sort: by, direction: ascending ? 'ASCENDING' : 'DESCENDING' })),
  };
  const chips = usePaymentChips({ search, onChange: change });
  const cleared = { ...(sort && { sort }), ...(direction && { direction }) };
  return (
    <Panel flush>
      <Toolbar>
        <PaymentTabs search={search} />
        <div className={lists.tools}>
          <OrderSelect choices={choices} order={order} />
          <PaymentFilters search={search} onChange={change} />
          <ViewsMenu
            screen="PAYMENTS"
            query={queryOf(search)}
            onOpen={(found) => show(paymentSearch(found))}
          />
          <CsvButton list="payments" search={search} />
        </div>
        <SearchField
          label="Reference, invoice or customer"
          value={search.search ?? ''}
          onSearch={(text) => show(withoutNothing({ ...search, search: text }), true)}
        />
      </Toolbar>
      <FilterChips chips={chips} onClearAll={() => show(cleared)} />
      <Loaded read={list}>
        {({ pages }) => {
          const payments = pages.flatMap((page) => page.items);
          if (payments.length === 0)
            return <NoPayments filtered={Object.keys(filter).length > 0} search={search.search} />;
          return <PaymentTable payments={payments} order={order} />;
        }}
      </Loaded>
      <MoreButton list={list} />
    </Panel>
  );
}
