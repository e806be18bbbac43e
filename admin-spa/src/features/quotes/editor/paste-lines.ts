import { amountOf, amountText, parseThousandths, thousandthsText } from '../../../ui/entry.ts';
import { blankLine } from './blank-rows.ts';
import { type Column, columnsOf } from './paste-columns.ts';
import { readTable } from './paste-table.ts';
import type { LineEntry } from './quote-form.ts';
import { readDiscount, readQuantity, taxOf, tidyDiscount } from '../../../ui/values.ts';

/** The lines that a paste makes, which columns were used for what, and what could not be read. */
export type Pasted = Readonly<{ lines: LineEntry[]; used: readonly Column[]; notes: readonly string[] }>;

const names: Record<Column, string> = {
  description: 'description',
  quantity: 'quantity',
  unit: 'unit',
  unitPrice: 'price',
  discount: 'discount',
  tax: 'tax',
  cost: 'cost',
  skip: '',
};

export const columnNames = (used: readonly Column[]): string =>
  used.map((column) => names[column]).join(', ');

function readTaxCell(cell: string): string | null {
  if (/zero/i.test(cell)) return taxOf('ZERO_RATED', 0);
  if (/exempt|frei/i.test(cell)) return taxOf('EXEMPT', 0);
  if (/reverse/i.test(cell)) return taxOf('REVERSE_CHARGE', 0);
  const rate = parseThousandths(cell.replace(/^\D+/, '').replace(/\s*%\s*$/, ''));
  return rate !== null && rate <= 100_000 ? taxOf('STANDARD', rate) : null;
}

/** A cell as the field would write it; null when the field could not read it. */
function readCell(column: Column, cell: string, currency: string): Partial<LineEntry> | null {
  if (column === 'skip') return {};
  if (column === 'description') return { description: cell.replaceAll(/\s+/g, ' ').slice(0, 500) };
  if (column === 'unit') return { unit: cell.slice(0, 20) };
  if (column === 'quantity') {
    const read = readQuantity(cell);
    return read === null || read <= 0 ? null : { quantity: thousandthsText(read) };
  }
  if (column === 'tax') {
    const tax = readTaxCell(cell);
    return tax === null ? null : { tax };
  }
  if (column === 'discount')
    return readDiscount(cell, currency) === undefined
      ? null
      : { discount: tidyDiscount(cell, currency) ?? '' };
  const amount = amountOf(cell, currency);
  return amount === null || amount < 0 ? null : { [column]: amountText(amount, currency) };
}

/** At most 500 lines are part of a quote; what is more is said and left out. */
export function pasteLines(text: string, currency: string, tax: string, room = 500): Pasted {
  const { columns, rows } = columnsOf(readTable(text), currency);
  const notes: string[] = [];
  const lines = rows.slice(0, room).map((row, index) =>
    columns.reduce<LineEntry>((line, column, at) => {
      const cell = row[at] ?? '';
      if (cell === '') return line;
      const read = readCell(column, cell, currency);
      if (read === null) notes.push(`Row ${index + 1}: “${cell}” is no ${names[column]} that could be read.`);
      return { ...line, ...read };
    }, blankLine(tax)),
  );
  if (rows.length > room)
    notes.push(`${rows.length - room} rows were left out: a quote has at most 500 lines.`);
  return { lines, used: columns.filter((column) => column !== 'skip'), notes };
}
