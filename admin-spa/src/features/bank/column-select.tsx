import { Select } from '@mantine/core';
import type { MappingPanelFragment } from '../../gql/graphql.ts';

type Props = {
  label: string;
  hint: string | undefined;
  table: MappingPanelFragment;
  value: number | null;
  onChange: (column: number | null) => void;
};

/** Hints below, so that the fields of a row stand on one line. */
export const order: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

/** What a column is called, or its place and what stands in it first. */
export const columnName = ({ header, rows }: MappingPanelFragment, at: number): string => {
  const place = `Column ${at + 1}`;
  const name = header[at]?.trim();
  const sample = rows[0]?.[at]?.trim();
  return name || (sample ? `${place}: ${sample.slice(0, 24)}` : place);
};

export function ColumnSelect({ label, hint, table, value, onChange }: Props) {
  return (
    <Select
      label={label}
      inputWrapperOrder={order}
      description={hint}
      placeholder="None"
      clearable
      data={Array.from({ length: table.columnCount }, (_, at) => ({
        value: String(at),
        label: columnName(table, at),
      }))}
      value={value === null ? null : String(value)}
      onChange={(next) => onChange(next === null ? null : Number(next))}
    />
  );
}
