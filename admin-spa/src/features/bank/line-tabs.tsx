import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { BankLineStatus } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { lineStatus } from './bank-words.ts';

const Counts = graphql(`
  query LineTabs {
    bankLineCounts {
      status
      count
    }
  }
`);

const shown: readonly BankLineStatus[] = ['TO_MATCH', 'MATCHED', 'IGNORED', 'OUTGOING'];

type Props = { status: BankLineStatus; isOne: boolean };

/** Each with how many lines it leads to; of one statement the numbers of all would mislead. */
export function LineTabs({ status, isOne }: Props) {
  const { data } = useQuery({ queryKey: ['bank', 'counts'], queryFn: () => request(Counts) });
  const countOf = (one: BankLineStatus) => data?.bankLineCounts.find((each) => each.status === one)?.count;
  return (
    <FilterTabs label="Status">
      {shown.map((one) => (
        <Link
          key={one}
          to="/bank"
          search={(before) => ({ ...before, status: one })}
          aria-current={one === status ? 'page' : undefined}
        >
          {lineStatus[one].label}
          {!isOne && countOf(one) ? <span className="dim"> {countOf(one)}</span> : null}
        </Link>
      ))}
    </FilterTabs>
  );
}
