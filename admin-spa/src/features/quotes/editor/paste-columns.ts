import { amountOf } from '../../../ui/entry.ts';
import type { Table } from './paste-table.ts';
import { readQuantity } from '../../../ui/values.ts';

/** What a column of a pasted table can be; `skip` is what the quote computes by itself or has no place for. */
export type Column = 'description' | 'quantity' | 'unit' | 'unitPrice' | 'discount' | 'tax' | 'cost' | 'skip';

/** Words of a heading, in the languages that spreadsheets come in most; the first that fits counts. */
const headings: readonly (readonly [RegExp, Column])[] = [
  [/\b(total|amount|sum|net|gross|gesamt|summe|betrag|importe|montant|line total)\b/i, 'skip'],
  [/\b(cost|cogs|einkauf|co[uû]t|coste)\b/i, 'cost'],
  [/\b(discount|rabatt|remise|descuento)\b|^disc\.?$/i, 'discount'],
  [/\b(tax|vat|gst|mwst|ust|tva|iva)\b/i, 'tax'],
  [/\b(price|rate|each|unit price|preis|einzelpreis|prix|precio)\b/i, 'unitPrice'],
  [/\b(qty|quantity|hours|pcs|menge|anzahl|quantité|cantidad)\b/i, 'quantity'],
  [/\b(unit|uom|einheit|unité|unidad)\b/i, 'unit'],
  [
    /\b(description|item|name|product|service|task|beschreibung|artikel|leistung|désignation|descripción)\b/i,
    'description',
  ],
  [/^(no\.?|nr\.?|#|pos\.?|position|sku|code)$/i, 'skip'],
];

const headingOf = (cell: string): Column | null => headings.find(([words]) => words.test(cell))?.[1] ?? null;

const isNumber = (cell: string, currency: string): boolean =>
  amountOf(cell.replace(/%\s*$/, ''), currency) !== null || readQuantity(cell) !== null;

/** The columns by their headings, when the first row is one: at least two cells say what they are and none is a number. */
function byHeading(table: Table, currency: string): Column[] | null {
  const [head = []] = table;
  const named = head.map((cell) => (cell === '' ? null : headingOf(cell)));
  if (named.filter((column) => column !== null).length < 2) return null;
  if (head.some((cell) => /\d/.test(cell) && isNumber(cell, currency))) return null;
  const used = new Set<Column>();
  return named.map((column) => {
    if (column === null || (column !== 'skip' && used.has(column))) return 'skip';
    used.add(column);
    return column;
  });
}

/** Without headings: texts are description and unit; of the numbers one is the price, two are quantity and price, then tax. */
function byLook(table: Table, currency: string): Column[] {
  const width = Math.max(...table.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) =>
    table.map((row) => row[at] ?? '').filter((cell) => cell !== ''),
  );
  const isFigures = columns.map(
    (cells) => cells.length > 0 && cells.filter((cell) => isNumber(cell, currency)).length * 2 > cells.length,
  );
  const isPercent = columns.map((cells) => cells.length > 0 && cells.every((cell) => /%\s*$/.test(cell)));
  const figures = isFigures.flatMap((is, at) => (is && !isPercent[at] ? [at] : []));
  const texts = isFigures.flatMap((is, at) => (is || (columns[at] ?? []).length === 0 ? [] : [at]));
  const longest = (at: number) => Math.max(...(columns[at] ?? []).map((cell) => cell.length));
  const description = texts.toSorted((a, b) => longest(b) - longest(a))[0];
  const unit = texts.find((at) => at !== description && longest(at) <= 20);
  const [quantity, unitPrice] = figures.length === 1 ? [undefined, figures[0]] : figures;
  const percents = isPercent.flatMap((is, at) => (is ? [at] : []));
  const tax = percents.at(-1);
  const discount = percents.length > 1 ? percents[0] : undefined;
  return columns.map((_, at) => {
    if (at === description) return 'description';
    if (at === unit) return 'unit';
    if (at === quantity) return 'quantity';
    if (at === unitPrice) return 'unitPrice';
    if (at === tax) return 'tax';
    return at === discount ? 'discount' : 'skip';
  });
}

/** What each column is, and the rows without their heading. */
export function columnsOf(table: Table, currency: string): { columns: Column[]; rows: Table } {
  const named = byHeading(table, currency);
  return named === null
    ? { columns: byLook(table, currency), rows: table }
    : { columns: named, rows: table.slice(1) };
}
