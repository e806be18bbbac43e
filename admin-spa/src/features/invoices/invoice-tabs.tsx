import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceGroup } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { Count } from '../../lists/count.tsx';
import type { InvoiceSearch } from '../../search.ts';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { invoiceGroup } from '../../ui/words.ts';

const Counts = graphql(`
  query InvoiceTabs {
    invoiceCounts {
      group
      count
    }
  }
`);

const groups = Object.keys(invoiceGroup) as InvoiceGroup[];

/** A tab for each way to stand, with how many do; the ones that few companies need come and go with their invoices. */
export function InvoiceTabs({ search }: { search: InvoiceSearch }) {
  const { status = 'ALL', ...others } = search;
  const { data } = useQuery({
    queryKey: ['invoices', 'counts'],
    queryFn: async () => (await request(Counts)).invoiceCounts,
  });
  const countOf = (group: InvoiceGroup) => data?.find((one) => one.group === group)?.count;
  const usual: readonly InvoiceGroup[] = ['ALL', 'UNPAID', 'OVERDUE', 'PAID', status];
  return (
    <FilterTabs label="Status">
      {groups
        .filter((group) => usual.includes(group) || countOf(group))
        .map((group) => (
          <Link
            key={group}
            to="/invoices"
            search={group === 'ALL' ? others : { ...others, status: group }}
            activeOptions={{ exact: true }}
          >
            {invoiceGroup[group]}
            <Count of={countOf(group)} />
          </Link>
        ))}
    </FilterTabs>
  );
}
