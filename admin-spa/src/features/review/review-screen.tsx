import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { Empty } from '../../ui/empty.tsx';
import { FilterTabs } from '../../ui/filter-tabs.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead } from '../../ui/page.tsx';
import { ReviewCard } from './review-card.tsx';
import styles from './review-screen.module.css';

const ReviewItems = graphql(`
  query ReviewScreen($resolved: Boolean, $after: String) {
    reviewItems(resolved: $resolved, first: 20, after: $after) {
      items {
        ...ReviewCard
      }
      endCursor
    }
  }
`);

export function ReviewScreen() {
  const { settled = false } = useSearch({ from: '/inside/' });
  const list = useInfiniteQuery({
    queryKey: ['review', 'items', settled],
    queryFn: async ({ pageParam }) =>
      (await request(ReviewItems, { resolved: settled, after: pageParam })).reviewItems,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    refetchInterval: 10_000,
  });
  return (
    <div className={styles.screen}>
      <PageHead
        title="Needs attention"
        lead="What could not go by itself. Everything else is on its way."
        actions={
          <FilterTabs label="Which items">
            <Link to="/" search={{}} activeOptions={{ exact: true }}>
              Waiting
            </Link>
            <Link to="/" search={{ settled: true }}>
              Settled
            </Link>
          </FilterTabs>
        }
      />
      <Loaded read={list} rows={4}>
        {(pages) => {
          const items = pages.pages.flatMap((page) => page.items);
          if (items.length === 0) return settled ? <NothingSettled /> : <NothingWaits />;
          return (
            <ul className={styles.items}>
              {items.map((item) => (
                <li key={item.id}>
                  <ReviewCard item={item} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <MoreButton list={list} />
    </div>
  );
}

function NothingWaits() {
  return (
    <Empty icon="attention" title="Nothing needs you">
      When a signature does not pass the checks, a customer says to have paid, a card is declined or a mail
      cannot be delivered, it waits here for a decision.
    </Empty>
  );
}

function NothingSettled() {
  return (
    <Empty icon="attention" title="Nothing was settled yet">
      Every item that was decided stays here with who decided it, when, and how.
    </Empty>
  );
}
