import type { ReactNode } from 'react';
import styles from './record-table.module.css';

export type Column<Row> = {
  title: string;
  cell: (row: Row) => ReactNode;
  /** Amounts and counts stand right, one below the other. */
  figure?: boolean;
  /** The heading of the record: its link covers the whole row. */
  lead?: boolean;
  /** Left out of the stacked cards of a narrow screen when it says nothing there. */
  wide?: boolean;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/**
 * One table for all lists. On a narrow screen each row becomes a card by CSS; the roles are written out, because
 * browsers drop the ones of a table that is not laid out as one.
 */
export function RecordTable<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  return (
    <table className={styles.table} role="table">
      <caption className="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.title} scope="col" role="columnheader" data-figure={column.figure}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <td
                key={column.title}
                role="cell"
                data-title={column.title}
                data-figure={column.figure}
                data-lead={column.lead}
                data-wide={column.wide}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
