import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { BankInvoiceFragment as Invoice } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { invoiceName } from '../../ui/words.ts';

const Find = graphql(`
  query BankInvoicePicker($filter: InvoiceListInput) {
    invoices(filter: $filter, sort: DUE_DATE, direction: ASCENDING, first: 20) {
      items {
        ...BankInvoice
      }
    }
  }
`);

/** What is owed; whoever writes what they look for finds paid invoices as well, because money comes twice sometimes. */
const filterOf = (search: string, currency: string) => ({
  status: search === '' ? ('UNPAID' as const) : ('ALL' as const),
  currency,
  search: search || null,
});

type Props = { currency: string; taken: readonly string[]; onPick: (invoice: Invoice) => void };

/** Finds an invoice; then it is empty again, ready for the next one. */
export function InvoicePicker({ currency, taken, onPick }: Props) {
  const format = useFormat();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 150);
  const { data = [], isFetching } = useQuery({
    queryKey: ['invoices', 'bank-picker', currency, search],
    queryFn: async () =>
      (await request(Find, { filter: filterOf(search, currency) })).invoices.items.filter(
        ({ number }) => number !== null,
      ),
    placeholderData: keepPreviousData,
  });
  const invoices = data.filter(({ id }) => !taken.includes(id));
  return (
    <Select
      label={taken.length === 0 ? 'Invoice' : 'One more invoice'}
      placeholder="Number or customer"
      searchable
      value={null}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={isFetching ? 'Searching…' : 'No invoice fits.'}
      data={invoices.map((invoice) => ({
        value: invoice.id,
        label: `${invoiceName(invoice)} · ${invoice.customer.name} · ${format.money(invoice.balance)}`,
      }))}
      // the server has searched already
      filter={({ options }) => options}
      onChange={(id) => {
        const invoice = invoices.find((one) => one.id === id);
        if (invoice === undefined) return;
        setText('');
        onPick(invoice);
      }}
    />
  );
}
