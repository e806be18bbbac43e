import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { PickedItemFragment } from '../gql/graphql.ts';
import { request } from '../graphql.ts';
import { useFormat } from '../ui/format.ts';
import { everyBilling } from '../ui/words.ts';
import styles from './item-picker.module.css';

const Find = graphql(`
  query ItemPicker($search: String) {
    catalogueItems(search: $search, first: 20) {
      items {
        ...PickedItem
      }
    }
  }
  fragment PickedItem on CatalogueItem {
    id
    name
    description
    unit
    netPrice {
      amount
      currency
    }
    grossPrice {
      amount
      currency
    }
    taxTreatment
    taxRate
    billing
    cost {
      amount
      currency
    }
  }
`);

type Props = {
  label: string;
  /** Only items that are priced in it are offered. */
  currency: string;
  /** Shows the price that the quote will take: `grossPrice` when its prices have the tax inside, else `netPrice`. */
  pricesIncludeTax: boolean;
  onPick: (item: PickedItemFragment) => void;
};

/** Finds an item of the catalogue and gives it; then it is empty again, ready for the next one. */
export function ItemPicker({ label, currency, pricesIncludeTax, onPick }: Props) {
  const format = useFormat();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 150);
  const { data = [], isFetching } = useQuery({
    queryKey: ['items', 'picker', search],
    queryFn: async () => (await request(Find, { search: search || null })).catalogueItems.items,
    placeholderData: keepPreviousData,
  });
  const items = data.filter(({ netPrice }) => netPrice.currency === currency);
  const priceOf = (item: PickedItemFragment) =>
    `${format.money(pricesIncludeTax ? item.grossPrice : item.netPrice)}${everyBilling[item.billing]}`;
  return (
    <Select
      aria-label={label}
      placeholder={label}
      size="xs"
      w={210}
      searchable
      nothingFoundMessage={isFetching ? 'Searching…' : 'Nothing in the catalogue is called like this.'}
      data={items.map(({ id, name }) => ({ value: id, label: name }))}
      // the server has searched already, also in descriptions that the label does not show
      filter={({ options }) => options}
      value={null}
      searchValue={text}
      onSearchChange={setText}
      selectFirstOptionOnChange
      renderOption={({ option }) => {
        const item = items.find(({ id }) => id === option.value);
        return (
          <span className={styles.option}>
            <span>{option.label}</span>
            {item && <span className={styles.price}>{priceOf(item)}</span>}
          </span>
        );
      }}
      onChange={(id) => {
        const item = items.find((one) => one.id === id);
        setText('');
        if (item) onPick(item);
      }}
    />
  );
}
