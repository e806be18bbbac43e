/**
 * The movements of a table, read by its mapping. A row that cannot be read is named with its line number and the reason, and
 * the rest is read all the same: `line 17: "31.11.2026" is no day`.
 */
import { type CurrencyCode, minor, type MinorUnits } from '../money.ts';
import { readAmount } from './amount-text.ts';
import type { ColumnMapping, ColumnRole, TableRow } from './column-mapping.ts';
import { readDay } from './day-text.ts';
import {
  currencyOf,
  idOf,
  type RowProblem,
  type StatementContent,
  type StatementLine,
  tidy,
} from './statement.ts';

/** The lines of the table from the first row with a movement on. Rows without any text are no rows. */
export function linesOfTable(rows: readonly TableRow[], mapping: ColumnMapping): StatementContent {
  const lines: StatementLine[] = [];
  const problems: RowProblem[] = [];
  for (const row of rows.slice(mapping.firstRow)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const line = lineOf(row, mapping);
    if (typeof line === 'string') problems.push({ row: row.row, message: line });
    else lines.push(line);
  }
  return { lines, problems };
}

/** Why the mapping cannot be used at all; null when it can. */
export function mappingProblem({ columns }: ColumnMapping): string | null {
  if (columns.date === null) return 'Please choose the column with the date.';
  if (columns.amount === null && columns.debit === null && columns.credit === null)
    return 'Please choose the column with the amount, or the columns with money in and money out.';
  return null;
}

const quoted = (text: string): string => `“${tidy('reference', text).slice(0, 40)}”`;

function lineOf({ row, cells }: TableRow, mapping: ColumnMapping): StatementLine | string {
  const cell = (role: ColumnRole): string => {
    const at = mapping.columns[role];
    return at === null ? '' : (cells[at] ?? '');
  };
  const bookedOn = readDay(cell('date'), mapping.dayOrder);
  if (bookedOn === null)
    return cell('date') === '' ? 'The date is missing.' : `${quoted(cell('date'))} is no day.`;
  const named = cell('currency').trim();
  const currency = named === '' ? mapping.currency : currencyOf(named);
  if (currency === null) return `${quoted(named)} is no currency.`;
  const amount = amountOf(cell, mapping, currency);
  if (typeof amount === 'string') return amount;
  return {
    row,
    bookedOn,
    amount,
    currency,
    name: tidy('name', cell('name')),
    reference: tidy('reference', cell('reference')),
    text: tidy('text', cell('text')),
    bankId: idOf(cell('bankId')),
    account: tidy('account', mapping.account),
  };
}

/** One column with a sign, or one for what came and one for what went, of which one is empty or zero in each row. */
function amountOf(
  cell: (role: ColumnRole) => string,
  { decimalSign, columns }: ColumnMapping,
  currency: CurrencyCode,
): MinorUnits | string {
  const read = (role: ColumnRole): MinorUnits | string => {
    const text = cell(role);
    return readAmount(text, currency, decimalSign) ?? `${quoted(text)} is no amount in ${currency}.`;
  };
  if (columns.amount !== null)
    return cell('amount').trim() === '' ? 'The amount is missing.' : read('amount');
  const went = cell('debit').trim() === '' ? minor(0) : read('debit');
  const came = cell('credit').trim() === '' ? minor(0) : read('credit');
  if (typeof went === 'string') return went;
  if (typeof came === 'string') return came;
  if (cell('debit').trim() === '' && cell('credit').trim() === '') return 'The amount is missing.';
  if (went !== 0 && came !== 0) return 'There is an amount in both columns.';
  // Some banks write what went with a minus and some without.
  return minor(came !== 0 ? came : -Math.abs(went));
}
