import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { graphql } from '../../../gql/gql.ts';
import type { PickedItemFragment } from '../../../gql/graphql.ts';
import { request } from '../../../graphql.ts';
import { useFormat } from '../../../ui/format.ts';
import { everyBilling } from '../../../ui/words.ts';
import { useDesk, useForm } from './editor-store.ts';
import styles from './suggestions.module.css';

const Suggest = graphql(`
  query Suggestions($search: String) {
    catalogueItems(search: $search, first: 6) {
      items {
        ...PickedItem
      }
    }
  }
`);

type Props = {
  id: string;
  words: string;
  items: readonly PickedItemFragment[];
  active: number;
  onFound: (items: readonly PickedItemFragment[]) => void;
  onTake: (item: PickedItemFragment) => void;
};

/** The list hangs out of its row and of its sheet, which are told for as long as it is there. */
function hang(list: HTMLElement | null) {
  const around = [list?.closest('[data-row]'), list?.closest('section')];
  for (const one of around) one?.setAttribute('data-hanging', '');
  return () => {
    for (const one of around) one?.removeAttribute('data-hanging');
  };
}

/** What the catalogue has for the words that are being typed; nothing for less than two letters. */
export function Suggestions({ id, words, items, active, onFound, onTake }: Props) {
  const format = useFormat();
  const { currency } = useDesk();
  const inclusive = useForm((form) => form.pricesIncludeTax);
  const [search] = useDebouncedValue(words.trim(), 150);
  const { data } = useQuery({
    queryKey: ['items', 'suggestions', search],
    queryFn: async () => (await request(Suggest, { search })).catalogueItems.items,
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  const found = useMemo(
    () => (search.length < 2 ? [] : (data ?? []).filter(({ netPrice }) => netPrice.currency === currency)),
    [data, search, currency],
  );
  useEffect(() => onFound(found), [found, onFound]);
  if (items.length === 0) return null;
  return (
    <ul ref={hang} id={id} role="listbox" aria-label="From the catalogue" className={styles.list}>
      {items.map((item, index) => (
        // the keys are those of the field, which keeps the focus
        <li
          key={item.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(item)}
        >
          <span>{item.name}</span>
          <span className="num dim">
            {format.money(inclusive ? item.grossPrice : item.netPrice)}
            {everyBilling[item.billing]}
          </span>
        </li>
      ))}
    </ul>
  );
}
