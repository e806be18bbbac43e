import type { ReactNode } from 'react';
import styles from './record-table.module.css';

export type Column<Row> = {
  title: string;
  cell: (row: Row) => ReactNode;
  /** Amounts and counts stand right, one below the other. */
  figure?: boolean;
  /** The heading of the record: its link covers the whole row. */
  lead?: boolean;
  /** By what the list is put in order when this heading is pressed; `largestFirst` says which way comes first. */
  sort?: string;
  largestFirst?: boolean;
  /** Left out of the stacked cards of a narrow screen when it says nothing there. */
  wide?: boolean;
};

/** How the list is ordered, and what to do when somebody wants it otherwise. */
export type TableOrder = {
  by: string;
  ascending: boolean;
  onOrder: (by: string, ascending: boolean) => void;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  order?: TableOrder;
};

/**
 * One table for all lists. On a narrow screen each row becomes a card by CSS; the roles are written out, because
 * browsers drop the ones of a table that is not laid out as one.
 */
export function RecordTable<Row>({ caption, columns, rows, keyOf, order }: Props<Row>) {
  return (
    <table className={styles.table} role="table">
      <caption className="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.title}
              scope="col"
              role="columnheader"
              data-figure={column.figure}
              aria-sort={sortOf(column, order)}
            >
              <Heading column={column} order={order} />
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

type Sortable = Pick<Column<never>, 'title' | 'sort' | 'largestFirst'>;

const sortOf = ({ sort }: Sortable, order: TableOrder | undefined) => {
  if (!order || sort !== order.by) return undefined;
  return order.ascending ? 'ascending' : 'descending';
};

/** The name of a column; where the list can be put in order by it, a button that does, and the other way round once more. */
function Heading({ column, order }: { column: Sortable; order: TableOrder | undefined }) {
  const { title, sort, largestFirst } = column;
  if (!order || !sort) return title;
  const isOrder = sort === order.by;
  return (
    <button
      type="button"
      className={styles.sort}
      onClick={() => order.onOrder(sort, isOrder ? !order.ascending : !largestFirst)}
    >
      {title}
      <svg aria-hidden="true" width="9" height="9" viewBox="0 0 9 9" data-shown={isOrder}>
        <path d={isOrder && !order.ascending ? 'M1 2.5h7L4.5 7z' : 'M1 6.5h7L4.5 2z'} />
      </svg>
    </button>
  );
}
