import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import { request } from '../graphql.ts';

const Find = graphql(`
  query CustomerFilter($search: String) {
    customers(search: $search, first: 20) {
      items {
        id
        name
      }
    }
  }
`);
const Name = graphql(`
  query CustomerFilter_Name($id: ID!) {
    customer(id: $id) {
      id
      name
    }
  }
`);

/** What the customer of a filter is called; its place is held until that is known. */
export function useCustomerName(id: string | undefined): string | undefined {
  const { data, isError } = useQuery({
    queryKey: ['customers', 'name', id],
    queryFn: async () => (id ? (await request(Name, { id })).customer.name : null),
    enabled: id !== undefined,
    staleTime: 300_000,
  });
  return id && (data ?? (isError ? 'not known' : '…'));
}

type Props = { id: string | undefined; onPick: (id: string | undefined) => void };

export function CustomerFilter({ id, onPick }: Props) {
  const name = useCustomerName(id);
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text === name ? '' : text.trim(), 200);
  const { data, isFetching } = useQuery({
    queryKey: ['customers', 'filter', search],
    queryFn: async () => (await request(Find, { search: search || null })).customers.items,
    placeholderData: keepPreviousData,
  });
  const found = (data ?? []).map((customer) => ({ value: customer.id, label: customer.name }));
  const isListed = id === undefined || found.some(({ value }) => value === id);
  return (
    <Select
      label="Customer"
      size="xs"
      searchable
      clearable
      comboboxProps={{ withinPortal: false }}
      placeholder="Any"
      nothingFoundMessage={isFetching ? 'Searching…' : 'Nobody found.'}
      data={isListed ? found : [{ value: id, label: name ?? '…' }, ...found]}
      filter={({ options }) => options}
      value={id ?? null}
      onSearchChange={setText}
      onChange={(picked) => onPick(picked ?? undefined)}
    />
  );
}
