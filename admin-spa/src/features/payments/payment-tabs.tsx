import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { PaymentGroup } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { Count } from '../../lists/count.tsx';
import type { PaymentSearch } from '../../search.ts';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { paymentGroup } from '../../ui/words.ts';

const Counts = graphql(`
  query PaymentTabs {
    paymentCounts {
      group
      count
    }
  }
`);

const groups = Object.keys(paymentGroup) as PaymentGroup[];

export function PaymentTabs({ search }: { search: PaymentSearch }) {
  const { status: _, ...others } = search;
  const { data } = useQuery({
    queryKey: ['payments', 'counts'],
    queryFn: async () => (await request(Counts)).paymentCounts,
  });
  return (
    <FilterTabs label="Status">
      {groups.map((group) => (
        <Link
          key={group}
          to="/payments"
          search={group === 'ALL' ? others : { ...others, status: group }}
          activeOptions={{ exact: true }}
        >
          {paymentGroup[group]}
          <Count of={data?.find((one) => one.group === group)?.count} />
        </Link>
      ))}
    </FilterTabs>
  );
}
