import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { useMay } from '../../session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHead } from '../../ui/page.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { NoItems } from './no-items.tsx';
import { ReviewFilters } from './review-filters.tsx';
import { ReviewList } from './review-list.tsx';
import styles from './review-screen.module.css';

const ReviewItems = graphql(`
  query ReviewScreen(
    $resolved: Boolean
    $group: ReviewGroup
    $mine: Boolean
    $snoozed: Boolean
    $search: String
    $after: String
  ) {
    reviewItems(
      resolved: $resolved
      group: $group
      mine: $mine
      snoozed: $snoozed
      search: $search
      first: 50
      after: $after
    ) {
      items {
        ...ReviewCard
      }
      endCursor
    }
  }
`);

export function ReviewScreen() {
  const { settled, group, mine, snoozed, search } = useSearch({ from: '/inside/' });
  const settles = useMay('SETTLE_REVIEW');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useInfiniteQuery({
    queryKey: ['review', 'items', settled, group, mine, snoozed, search],
    queryFn: async ({ pageParam: after }) =>
      (
        await request(ReviewItems, {
          resolved: settled ?? null,
          group: group ?? null,
          mine: mine ?? null,
          snoozed: snoozed ?? null,
          search: search ?? null,
          after,
        })
      ).reviewItems,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.endCursor,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  // what was settled or filtered away meanwhile is not chosen any more
  const selected = items.filter(({ id, resolvedAt }) => chosen.has(id) && !resolvedAt);
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <div className={styles.screen}>
      <PageHead title="Needs attention" lead="What could not go by itself. Everything else is on its way." />
      <ReviewFilters />
      <BulkBar
        items={selected}
        onClear={() => setChosen(new Set())}
        onAll={() => setChosen(new Set(items.map(({ id }) => id)))}
      />
      <Loaded read={list} rows={4}>
        {() =>
          items.length === 0 ? (
            <NoItems />
          ) : (
            <ReviewList
              items={items}
              settled={settled === true}
              chosen={settles && !settled ? chosen : null}
              onChoose={choose}
            />
          )
        }
      </Loaded>
      <MoreButton list={list} />
    </div>
  );
}
