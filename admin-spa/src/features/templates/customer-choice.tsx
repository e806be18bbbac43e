import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';

const Find = graphql(`
  query CustomerChoice($search: String) {
    customers(search: $search, first: 20) {
      items {
        id
        name
        email
        currency
      }
    }
  }
`);

type Props = { picked: string | null; problem: string | undefined; onPick: (id: string | null) => void };

/** Finds a customer that exists, as the server searches: also by contact and address. */
export function CustomerChoice({ picked, problem, onPick }: Props) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ id: string; name: string; email: string; currency: string } | null>(
    null,
  );
  const [search] = useDebouncedValue(text === chosen?.name ? '' : text.trim(), 200);
  const { data, isFetching } = useQuery({
    queryKey: ['customers', 'choice', search],
    queryFn: async () => (await request(Find, { search: search || null })).customers.items,
    placeholderData: keepPreviousData,
  });
  const found = data ?? [];
  const shown = chosen && !found.some((customer) => customer.id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      label="Customer"
      required
      searchable
      data-autofocus
      openOnFocus={false}
      placeholder="Name, contact or e-mail"
      nothingFoundMessage={isFetching ? 'Searching…' : 'Nobody found.'}
      data={shown.map((customer) => ({ value: customer.id, label: customer.name }))}
      filter={({ options }) => options}
      value={picked}
      allowDeselect={false}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => {
        setChosen(shown.find((customer) => customer.id === id) ?? null);
        onPick(id);
      }}
      description={chosen ? `${chosen.email}, ${chosen.currency}` : undefined}
      error={problem}
    />
  );
}
