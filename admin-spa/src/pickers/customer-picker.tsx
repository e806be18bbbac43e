import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { PickedCustomerFragment } from '../gql/graphql.ts';
import { request } from '../graphql.ts';
import styles from './customer-picker.module.css';
import { NewCustomerDialog } from './new-customer-dialog.tsx';

const Find = graphql(`
  query CustomerPicker($search: String) {
    customers(search: $search, first: 20) {
      items {
        ...PickedCustomer
      }
    }
  }
  fragment PickedCustomer on Customer {
    id
    name
    email
    currency
    paymentTermsDays
  }
`);

type Props = {
  picked: PickedCustomerFragment | null;
  problem: string | undefined;
  onPick: (customer: PickedCustomerFragment) => void;
};

export function CustomerPicker({ picked, problem, onPick }: Props) {
  const [text, setText] = useState(picked?.name ?? '');
  const [adding, setAdding] = useState(false);
  const [search] = useDebouncedValue(text === picked?.name ? '' : text.trim(), 200);
  const { data, isFetching } = useQuery({
    queryKey: ['customers', 'picker', search],
    queryFn: async () => (await request(Find, { search: search || null })).customers.items,
    placeholderData: keepPreviousData,
  });
  const found = data ?? [];
  const shown = picked && !found.some((customer) => customer.id === picked.id) ? [picked, ...found] : found;
  return (
    <div className={styles.picker}>
      <Select
        label="Customer"
        required
        searchable
        placeholder="Name, contact or e-mail"
        nothingFoundMessage={isFetching ? 'Searching…' : 'Nobody found. Add the customer with the button.'}
        data={shown.map((customer) => ({ value: customer.id, label: customer.name }))}
        // the server has searched already, also in contacts and addresses that the label does not show
        filter={({ options }) => options}
        value={picked?.id ?? null}
        allowDeselect={false}
        searchValue={text}
        onSearchChange={setText}
        onChange={(id) => {
          const customer = shown.find((one) => one.id === id);
          if (customer) onPick(customer);
        }}
        description={picked ? `${picked.email}, ${picked.currency}` : undefined}
        error={problem}
      />
      <Button variant="default" onClick={() => setAdding(true)}>
        New customer…
      </Button>
      <NewCustomerDialog
        opened={adding}
        onClose={() => setAdding(false)}
        onCreated={(customer) => {
          setAdding(false);
          setText(customer.name);
          onPick(customer);
        }}
      />
    </div>
  );
}
