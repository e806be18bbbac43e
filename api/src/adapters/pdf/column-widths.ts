import type { PrintedRow, PrintedTable } from '../../letters/printed-document.ts';

/** In points, as the template sets them. */
const sizes = { cell: 9.5, label: 7.5, total: 12 };
/** Wider than this together, and the first column would be crushed: then the template finds a fair share. */
const widestTogether = 290;

/**
 * How wide the columns of figures have to be, or null where the template has to find out itself. Estimated a little too
 * wide, from what the characters of the letters' font measure: to lay every cell out twice, once only to measure it, would
 * cost a third of the time that a letter takes.
 */
export function columnWidths(table: PrintedTable): (number | null)[] {
  const widths = table.columns.map((column, at) => (column.grows ? 0 : widthOf(table, at, column.label)));
  const together = widths.reduce((all, width) => all + width, 0);
  return widths.map((width) => (together > widestTogether ? null : width));
}

/** The width of the figures below the last column, all of which end where it ends. */
export const totalWidth = (table: PrintedTable): number =>
  Math.ceil(
    Math.max(
      ...table.totals.map(
        ({ value, weight }) => ems(value) * (weight === 'STRONG' ? sizes.total : sizes.cell),
      ),
      0,
    ),
  );

/** Whether the row is one line for sure, in this width of the first column. */
export const isOneLine = (row: PrintedRow, width: number): boolean =>
  row.isGroup !== true &&
  row.note === '' &&
  row.cells.every((cell, at) => !cell.includes('\n') && (at > 0 || ems(cell) * sizes.cell < width));

function widthOf(table: PrintedTable, at: number, label: string): number {
  const widths = [ems(label) * sizes.label];
  for (const row of table.rows) if (row.isGroup !== true) widths.push(ems(row.cells[at] ?? '') * sizes.cell);
  return Math.ceil(Math.max(...widths));
}

function ems(text: string): number {
  let sum = 0;
  for (const character of text) sum += emOf(character);
  return sum;
}

function emOf(character: string): number {
  if (/[\d€£¥$]/u.test(character)) return 0.68;
  if (/[\s.,:;'’|!iljIt()[\]/-]/u.test(character)) return 0.37;
  if (/[mwMWQO%@—−]/u.test(character)) return 0.95;
  if (character < '\u0250') return character === character.toLowerCase() ? 0.62 : 0.78;
  return character < '\u2e80' ? 0.8 : 1.05;
}
