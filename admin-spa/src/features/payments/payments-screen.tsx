import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { PaymentStatus } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { Empty } from '../../ui/empty.tsx';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead, Panel } from '../../ui/page.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { paymentStatus } from '../../ui/words.ts';
import { PaymentTable } from './payment-table.tsx';

const Payments = graphql(`
  query PaymentsScreen($status: PaymentStatus, $after: String) {
    payments(status: $status, first: 50, after: $after) {
      items {
        ...PaymentRow
      }
      endCursor
    }
  }
`);

const shown: readonly PaymentStatus[] = ['CLAIMED', 'CONFIRMED', 'PENDING', 'FAILED', 'REJECTED'];

export function PaymentsScreen() {
  const { status } = useSearch({ from: '/inside/payments' });
  const list = useInfiniteQuery({
    queryKey: ['payments', status],
    queryFn: async ({ pageParam }) =>
      (await request(Payments, { status: status ?? null, after: pageParam })).payments,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
  });
  return (
    <div>
      <PageHead title="Payments" lead="Money that came, was promised, or did not go through." />
      <Panel flush>
        <Toolbar>
          <FilterTabs label="Status">
            <Link to="/payments" search={{}} activeOptions={{ exact: true }}>
              All
            </Link>
            {shown.map((value) => (
              <Link key={value} to="/payments" search={{ status: value }} activeOptions={{ exact: true }}>
                {paymentStatus[value].label}
              </Link>
            ))}
          </FilterTabs>
        </Toolbar>
        <Loaded read={list}>
          {({ pages }) => {
            const payments = pages.flatMap((page) => page.items);
            return payments.length === 0 ? (
              <NoPayments filtered={Boolean(status)} />
            ) : (
              <PaymentTable {...{ payments }} />
            );
          }}
        </Loaded>
        <MoreButton list={list} />
      </Panel>
    </div>
  );
}

function NoPayments({ filtered }: { filtered: boolean }) {
  return (
    <Empty
      icon="payment"
      title={filtered ? 'No payment stands there' : 'No payments yet'}
      action={
        <ButtonLink to={filtered ? '/payments' : '/invoices'} variant="default">
          {filtered ? 'Show all payments' : 'Go to invoices'}
        </ButtonLink>
      }
    >
      Card payments come by themselves. Cash and transfers that a customer claims wait for you to confirm
      them; what you received without a claim is confirmed on its invoice.
    </Empty>
  );
}
