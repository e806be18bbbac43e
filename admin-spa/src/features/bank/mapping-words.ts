import type { BankColumnMappingInput as Mapping, DayOrder, DecimalSign } from '../../gql/graphql.ts';

type ColumnField = Exclude<keyof Mapping, 'firstRow' | 'dayOrder' | 'decimalSign' | 'currency' | 'account'>;

/** What a column can be, in the order of the form. */
export const columnFields: readonly { field: ColumnField; label: string; hint?: string }[] = [
  { field: 'date', label: 'Date' },
  { field: 'amount', label: 'Amount', hint: 'With a minus for what went' },
  { field: 'credit', label: 'Money in', hint: 'In tables with two columns' },
  { field: 'debit', label: 'Money out', hint: 'In tables with two columns' },
  { field: 'name', label: 'Name' },
  { field: 'reference', label: 'Reference', hint: 'What the payer wrote' },
  { field: 'text', label: 'Other text' },
  { field: 'currencyColumn', label: 'Currency column' },
  { field: 'bankId', label: 'Id of the bank' },
];

export const dayOrders: { value: DayOrder; label: string }[] = [
  { value: 'YMD', label: '2026-11-24' },
  { value: 'DMY', label: '24.11.2026' },
  { value: 'MDY', label: '11/24/2026' },
];

export const decimalSigns: { value: DecimalSign; label: string }[] = [
  { value: 'POINT', label: '1,234.56' },
  { value: 'COMMA', label: '1.234,56' },
];
