import type { PrintedTable } from './printed-document.ts';

/** The table without the column at this place. */
export function withoutColumn(table: PrintedTable, at: number): PrintedTable {
  return {
    ...table,
    columns: table.columns.filter((_, column) => column !== at),
    rows: table.rows.map((row) =>
      row.isGroup === true ? row : { ...row, cells: row.cells.filter((_, column) => column !== at) },
    ),
  };
}

/** A column that says the same in every row only takes room: the rate stands in the totals. */
export function withoutSameTax(table: PrintedTable): PrintedTable {
  const at = table.columns.findIndex((column) => column.isTax === true);
  const said = new Set(table.rows.filter((row) => row.isGroup !== true).map((row) => row.cells[at]));
  return at < 0 || said.size > 1 ? table : withoutColumn(table, at);
}
