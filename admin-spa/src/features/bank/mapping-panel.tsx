import { NumberInput, Select, TextInput } from '@mantine/core';
import { graphql } from '../../gql/gql.ts';
import type { BankColumnMappingInput as Mapping, MappingPanelFragment } from '../../gql/graphql.ts';
import { currencies } from '../../ui/currencies.ts';
import form from '../../ui/form.module.css';
import { Panel } from '../../ui/page.tsx';
import { ColumnSelect, order } from './column-select.tsx';
import { columnFields, dayOrders, decimalSigns } from './mapping-words.ts';
import { RawTable } from './raw-table.tsx';

graphql(`
  fragment MappingPanel on BankStatementPreview {
    header
    columnCount
    rows
  }
  fragment Mapping on BankColumnMapping {
    firstRow
    date
    amount
    debit
    credit
    name
    reference
    text
    currencyColumn
    bankId
    dayOrder
    decimalSign
    currency
    account
  }
`);

type Props = { table: MappingPanelFragment; mapping: Mapping; onChange: (mapping: Mapping) => void };

/** Which column is what. It is guessed; whoever puts it right does it once for each kind of file. */
export function MappingPanel({ table, mapping, onChange }: Props) {
  const change = (changes: Partial<Mapping>) => onChange({ ...mapping, ...changes });
  return (
    <Panel title="Which column is what">
      <div className={form.form}>
        <RawTable table={table} mapping={mapping} />
        <div className={form.pair}>
          {columnFields.map(({ field, label, hint }) => (
            <ColumnSelect
              key={field}
              label={label}
              hint={hint}
              table={table}
              value={mapping[field] ?? null}
              onChange={(column) => change({ [field]: column })}
            />
          ))}
        </div>
        <div className={form.pair}>
          <Select
            label="Days are written"
            data={dayOrders}
            allowDeselect={false}
            value={mapping.dayOrder}
            onChange={(value) => value && change({ dayOrder: value })}
          />
          <Select
            label="Amounts are written"
            data={decimalSigns}
            allowDeselect={false}
            value={mapping.decimalSign}
            onChange={(value) => value && change({ decimalSign: value })}
          />
          <Select
            label="Currency"
            inputWrapperOrder={order}
            description="Where no column says it"
            searchable
            data={currencies}
            allowDeselect={false}
            value={mapping.currency}
            onChange={(value) => value && change({ currency: value })}
          />
          <NumberInput
            label="First row with money"
            inputWrapperOrder={order}
            description="What stands above it is left out"
            min={1}
            max={101}
            allowDecimal={false}
            value={mapping.firstRow + 1}
            onChange={(value) => typeof value === 'number' && value >= 1 && change({ firstRow: value - 1 })}
          />
          <TextInput
            label="Account"
            inputWrapperOrder={order}
            description="Tells two accounts apart; may be empty"
            maxLength={50}
            defaultValue={mapping.account}
            onBlur={(event) =>
              event.currentTarget.value !== mapping.account && change({ account: event.currentTarget.value })
            }
          />
        </div>
      </div>
    </Panel>
  );
}
