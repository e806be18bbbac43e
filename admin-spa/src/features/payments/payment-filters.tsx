import { Select } from '@mantine/core';
import type { PaymentMethod } from '../../gql/graphql.ts';
import { CustomerFilter, useCustomerName } from '../../lists/customer-filter.tsx';
import { dayRangeWords } from '../../lists/day-range-words.ts';
import { DayRange } from '../../lists/day-range.tsx';
import type { Chip } from '../../lists/filter-chips.tsx';
import { FilterMenu } from '../../lists/filter-menu.tsx';
import type { PaymentSearch } from '../../search.ts';
import { useFormat } from '../../ui/format.ts';
import { method as methods } from '../../ui/words.ts';

export type ChangePayments = (change: {
  [Name in keyof PaymentSearch]: PaymentSearch[Name] | undefined;
}) => void;

type Props = { search: PaymentSearch; onChange: ChangePayments };

const ways = Object.entries(methods).map(([value, label]) => ({ value, label }));

/** What narrows the list of payments down beside its tabs. */
export function PaymentFilters({ search, onChange }: Props) {
  return (
    <FilterMenu>
      <DayRange
        legend="When"
        from={search.from}
        to={search.to}
        onChange={(end, day) => onChange(end === 'from' ? { from: day } : { to: day })}
      />
      <Select
        label="How"
        size="xs"
        clearable
        placeholder="Any way"
        comboboxProps={{ withinPortal: false }}
        data={ways}
        value={search.method ?? null}
        onChange={(way) => onChange({ method: (way as PaymentMethod | null) ?? undefined })}
      />
      <CustomerFilter id={search.customerId} onPick={(customerId) => onChange({ customerId })} />
    </FilterMenu>
  );
}

/** The same filters in words, each with its way out. */
export function usePaymentChips({ search, onChange }: Props): Chip[] {
  const { day } = useFormat();
  const customer = useCustomerName(search.customerId);
  const { method, from, to } = search;
  const when = dayRangeWords(from, to, day);
  return [
    ...(method ? [{ name: 'How', says: methods[method], clear: () => onChange({ method: undefined }) }] : []),
    ...(customer
      ? [{ name: 'Customer', says: customer, clear: () => onChange({ customerId: undefined }) }]
      : []),
    ...(when
      ? [{ name: 'When', says: when, clear: () => onChange({ from: undefined, to: undefined }) }]
      : []),
  ];
}
