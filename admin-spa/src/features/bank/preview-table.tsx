import { graphql } from '../../gql/gql.ts';
import type { PreviewTableFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { type Column, RecordTable } from '../../ui/record-table.tsx';

graphql(`
  fragment PreviewTable on BankStatementPreview {
    lines {
      row
      bookedOn
      amount {
        amount
        currency
      }
      name
      reference
      isKnown
    }
  }
`);

type Line = PreviewTableFragment['lines'][number];

const columns: readonly Column<Line>[] = [
  { title: 'Day', cell: ({ bookedOn }) => <Day on={bookedOn} />, lead: true },
  { title: 'Name', cell: ({ name }) => name || '–' },
  {
    title: 'Reference',
    cell: ({ reference }) => <span style={{ overflowWrap: 'anywhere' }}>{reference || '–'}</span>,
  },
  { title: 'Before', cell: ({ isKnown }) => (isKnown ? 'Came before' : 'New') },
  { title: 'Amount', figure: true, cell: ({ amount }) => <Amount of={amount} /> },
];

/** The first lines as they will stand in the list. */
export function PreviewTable({ preview }: { preview: PreviewTableFragment }) {
  if (preview.lines.length === 0) return null;
  return (
    <RecordTable
      caption="The first lines as they would be imported"
      columns={columns}
      rows={preview.lines}
      keyOf={({ row, bookedOn, amount, name }) => `${row} ${bookedOn} ${amount.amount} ${name}`}
    />
  );
}
