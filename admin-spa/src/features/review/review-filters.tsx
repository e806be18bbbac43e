import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { groupNames, groups } from './kinds.ts';
import styles from './review-screen.module.css';

const Counts = graphql(`
  query ReviewFilters {
    reviewCounts {
      waiting
      mine
      snoozed
      groups {
        group
        count
      }
    }
  }
`);

/** What narrows the list down, each with how many there are. */
export function ReviewFilters() {
  const { search, ...filter } = useSearch({ from: '/inside/' });
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['review', 'counts'],
    queryFn: async () => (await request(Counts)).reviewCounts,
    refetchInterval: 10_000,
  });
  const inGroup = (name: string) => data?.groups.find(({ group }) => group === name)?.count;
  const tabs = [
    { label: 'Waiting', to: {}, count: data?.waiting },
    { label: 'Mine', to: { mine: true }, count: data?.mine },
    ...groupNames
      .filter((group) => inGroup(group) || filter.group === group)
      .map((group) => ({ label: groups[group], to: { group }, count: inGroup(group) })),
    { label: 'Put off', to: { snoozed: true }, count: data?.snoozed },
    { label: 'Settled', to: { settled: true }, count: undefined },
  ] as const;
  return (
    <div className={styles.filters}>
      <FilterTabs label="Which items">
        {tabs.map(({ label, to, count }) => (
          <Link
            key={label}
            to="/"
            search={{ ...to, ...(search && { search }) }}
            activeOptions={{ exact: true }}
          >
            {label}
            {count !== undefined && <span className={styles.count}> {count}</span>}
          </Link>
        ))}
      </FilterTabs>
      <SearchField
        label="Search the items"
        value={search ?? ''}
        onSearch={(text) =>
          void navigate({ to: '/', search: { ...filter, ...(text && { search: text }) }, replace: true })
        }
      />
    </div>
  );
}
