/**
 * Which column of a bank's table is what. Every bank has its own: `Date;Description;Debit;Credit` here, `Buchungstag;…;Betrag`
 * there. The mapping is guessed from the names of the columns and from what stands in them, a person looks at it once, and it
 * is remembered for tables with the same head.
 */
import { searchKey } from '../search-key.ts';
import type { CurrencyCode } from '../money.ts';
import { type DecimalSign, guessDecimal } from './amount-text.ts';
import { type DayOrder, dayOrders, guessDayOrder, readDay } from './day-text.ts';

/** A row of the table. `row` is its line in the file, from 1. */
export type TableRow = Readonly<{ row: number; cells: readonly string[] }>;

/** What a column can be. */
export const columnRoles = [
  'date',
  'amount',
  'debit',
  'credit',
  'name',
  'reference',
  'text',
  'currency',
  'bankId',
] as const;

/** One of them. */
export type ColumnRole = (typeof columnRoles)[number];

/** Where each of them stands, from 0; null for what the table does not have. */
export type Columns = Readonly<Record<ColumnRole, number | null>>;

/** How a table is read. `firstRow` is the first row of the file (from 0) that holds a movement. */
export type ColumnMapping = Readonly<{
  firstRow: number;
  columns: Columns;
  dayOrder: DayOrder;
  decimalSign: DecimalSign;
  /** For tables that do not name one in each row. */
  currency: CurrencyCode;
  /** What the account is called; tables seldom say it. */
  account: string;
}>;

/** How banks call their columns, the usual name first; a column is what the earliest of them says. */
const names: Readonly<Record<ColumnRole, string>> = {
  date:
    'booking date|date|transaction date|posting date|post date|posted date|buchungstag|buchungsdatum|buchung|datum|date operation|' +
    "date de comptabilisation|date comptable|date d'operation|fecha|data|boekdatum|completed date|value date|valuta|wertstellung|valutadatum",
  amount:
    'amount|betrag|umsatz|montant|importe|importo|bedrag|valor|transaction amount|betrag (eur)|amount (eur)|net amount|belop|belopp',
  debit:
    'debit|debit amount|withdrawal|withdrawals|money out|paid out|soll|belastung|lastschrift|debits|debet|cargo|addebiti|ausgang|out',
  credit:
    'credit|credit amount|deposit|deposits|money in|paid in|haben|gutschrift|credits|kredit|abono|accrediti|eingang|in',
  name:
    'name|payee|payer|counterparty|counterparty name|beneficiary|merchant|other party|auftraggeber|zahlungspflichtiger|' +
    'beguenstigter/zahlungspflichtiger|auftraggeber/empfanger|name zahlungsbeteiligter|empfanger|auftraggeber / beguenstigter|' +
    'contrepartie|nom|tiers|tegenpartij|naam|naam tegenpartij|beneficiario|ordenante|contact|from|partner name',
  reference:
    'reference|payment reference|customer reference|verwendungszweck|zahlungsreferenz|communication|remittance information|' +
    'payment details|zweck|mitteilung|motif|concepto|causale|mededelingen|omschrijving|particulars|your reference|referenz',
  text: 'description|details|memo|narrative|narration|transaction details|buchungstext|buchungsdetails|libelle|text|transaction type|type|notes|avisierungstext|descrizione|descripcion',
  currency: 'currency|wahrung|waehrung|devise|ccy|moneda|valuta code|munt|currency code',
  bankId:
    'transaction id|transaction number|bank reference|unique id|id|fitid|archivierungsreferenz|transaktionsnummer|transaction reference|bank id|kundenreferenz (end-to-end)',
};

/** Small letters, no accents, and ü like ue: banks write both. */
const folded = (cell: string): string =>
  searchKey(cell.replace(/[*:"]/g, '').replace(/_/g, ' '))
    .replace(/([aou])e/g, '$1')
    .replace(/ *\/ */g, '/');

const rolesByName = new Map(
  columnRoles.flatMap((role) =>
    names[role]
      .split('|')
      .map((name, rank): [string, { role: ColumnRole; rank: number }] => [folded(name), { role, rank }]),
  ),
);

/** What the columns of a head are called, folded: the same for the same export of the same bank. */
export const headerSignature = (cells: readonly string[]): string =>
  cells.map(folded).join('|').slice(0, 500);

/** The columns that the names in this row tell; of two names for one thing the more usual one counts. */
function columnsNamed(cells: readonly string[]): Columns {
  const best = new Map<ColumnRole, { at: number; rank: number }>();
  for (const [at, cell] of cells.entries()) {
    const known = rolesByName.get(folded(cell));
    if (known === undefined) continue;
    const { role, rank } = known;
    const before = best.get(role);
    if (before === undefined || rank < before.rank) best.set(role, { at, rank });
  }
  return columnsOf((role) => best.get(role)?.at ?? null);
}

const columnsOf = (where: (role: ColumnRole) => number | null): Columns => ({
  date: where('date'),
  amount: where('amount'),
  debit: where('debit'),
  credit: where('credit'),
  name: where('name'),
  reference: where('reference'),
  text: where('text'),
  currency: where('currency'),
  bankId: where('bankId'),
});

const known = (columns: Columns): number => columnRoles.filter((role) => columns[role] !== null).length;

/** How far down a head may stand. */
export const rowsOfHead = 30;

/** The row with names of columns that we know, from 0; null when there is none. */
function findHeader(rows: readonly TableRow[]): number | null {
  const scores = rows.slice(0, rowsOfHead).map(({ cells }) => known(columnsNamed(cells)));
  const best = Math.max(...scores, 0);
  return best < 2 ? null : scores.indexOf(best);
}

/** What is usual where the company is. */
export type Usual = Readonly<{ dayOrder: DayOrder; currency: CurrencyCode; account: string }>;

/** The mapping as well as it can be told from the table; a person looks at it before anything is imported. */
export function guessMapping(rows: readonly TableRow[], usual: Usual): ColumnMapping {
  const header = findHeader(rows);
  const columns =
    header === null ? columnsByContent(rows.slice(0, 200)) : columnsNamed(rows[header]?.cells ?? []);
  const firstRow = header === null ? firstDay(rows, columns.date) : header + 1;
  const sample = rows.slice(firstRow, firstRow + 200);
  const cellsOf = (role: ColumnRole): string[] => {
    const at = columns[role];
    return at === null ? [] : sample.map(({ cells }) => cells[at] ?? '');
  };
  return {
    firstRow,
    columns,
    dayOrder: guessDayOrder(cellsOf('date'), usual.dayOrder),
    decimalSign: guessDecimal([...cellsOf('amount'), ...cellsOf('debit'), ...cellsOf('credit')]),
    currency: usual.currency,
    account: usual.account,
  };
}

const isDay = (text: string): boolean => dayOrders.some((order) => readDay(text, order) !== null);
/** Where the days begin: what stands above them has names that we do not know. */
function firstDay(rows: readonly TableRow[], date: number | null): number {
  if (date === null) return 0;
  return Math.max(
    0,
    rows.slice(0, rowsOfHead).findIndex(({ cells }) => isDay(cells[date] ?? '')),
  );
}

const isNumber = (text: string): boolean => /^[-+(]?\s*[\d.,' ]*\d[.,]\d{2}\)?-?$/.test(text.trim());

/** A table without a head: the first column of days, the first of amounts, and the longest texts. */
function columnsByContent(sample: readonly TableRow[]): Columns {
  const width = Math.max(...sample.map(({ cells }) => cells.length), 0);
  const places = Array.from({ length: width }, (_, at) => at);
  const most = (test: (text: string) => boolean, at: number): boolean =>
    sample.length > 0 && sample.filter(({ cells }) => test(cells[at] ?? '')).length * 2 > sample.length;
  const date = places.find((at) => most(isDay, at)) ?? null;
  const amount = places.find((at) => at !== date && most(isNumber, at)) ?? null;
  const length = (at: number) => sample.reduce((sum, { cells }) => sum + (cells[at] ?? '').length, 0);
  const texts = places
    .filter((at) => at !== date && !most(isDay, at) && !most(isNumber, at) && length(at) > 0)
    .toSorted((a, b) => length(b) - length(a));
  const found: Partial<Record<ColumnRole, number | null>> = {
    date,
    amount,
    reference: texts[0] ?? null,
    name: texts[1] ?? null,
  };
  return columnsOf((role) => found[role] ?? null);
}
