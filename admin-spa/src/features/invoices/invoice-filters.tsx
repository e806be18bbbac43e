import { Select } from '@mantine/core';
import { CustomerFilter, useCustomerName } from '../../lists/customer-filter.tsx';
import { DayRange } from '../../lists/day-range.tsx';
import type { Chip } from '../../lists/filter-chips.tsx';
import { FilterMenu } from '../../lists/filter-menu.tsx';
import { dayRangeWords } from '../../lists/day-range-words.ts';
import type { InvoiceSearch } from '../../search.ts';
import { currencies } from '../../ui/currencies.ts';
import { useFormat } from '../../ui/format.ts';

export type ChangeInvoices = (change: {
  [Name in keyof InvoiceSearch]: InvoiceSearch[Name] | undefined;
}) => void;

type Props = { search: InvoiceSearch; onChange: ChangeInvoices };

/** What narrows the list of invoices down beside its tabs. */
export function InvoiceFilters({ search, onChange }: Props) {
  return (
    <FilterMenu>
      <DayRange
        legend="Issued"
        from={search.issuedFrom}
        to={search.issuedTo}
        onChange={(end, day) => onChange(end === 'from' ? { issuedFrom: day } : { issuedTo: day })}
      />
      <DayRange
        legend="Due"
        from={search.dueFrom}
        to={search.dueTo}
        onChange={(end, day) => onChange(end === 'from' ? { dueFrom: day } : { dueTo: day })}
      />
      <CustomerFilter id={search.customerId} onPick={(customerId) => onChange({ customerId })} />
      <Select
        label="Currency"
        size="xs"
        searchable
        clearable
        placeholder="Any"
        comboboxProps={{ withinPortal: false }}
        data={currencies}
        value={search.currency ?? null}
        onChange={(currency) => onChange({ currency: currency ?? undefined })}
      />
    </FilterMenu>
  );
}

/** The same filters in words, each with its way out. */
export function useInvoiceChips({ search, onChange }: Props): Chip[] {
  const { day } = useFormat();
  const customer = useCustomerName(search.customerId);
  const { currency, issuedFrom, issuedTo, dueFrom, dueTo } = search;
  const issued = dayRangeWords(issuedFrom, issuedTo, day);
  const due = dayRangeWords(dueFrom, dueTo, day);
  return [
    ...(customer
      ? [{ name: 'Customer', says: customer, clear: () => onChange({ customerId: undefined }) }]
      : []),
    ...(currency
      ? [{ name: 'Currency', says: currency, clear: () => onChange({ currency: undefined }) }]
      : []),
    ...(issued
      ? [
          {
            name: 'Issued',
            says: issued,
            clear: () => onChange({ issuedFrom: undefined, issuedTo: undefined }),
          },
        ]
      : []),
    ...(due
      ? [{ name: 'Due', says: due, clear: () => onChange({ dueFrom: undefined, dueTo: undefined }) }]
      : []),
  ];
}
