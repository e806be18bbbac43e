import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { Instant } from '../db/instant.ts';
import {
  type ColumnMapping,
  type ColumnRole,
  columnRoles,
  headerSignature,
} from '../domain/bank/column-mapping.ts';
import { statementLimits } from '../domain/bank/statement.ts';
import { isCurrency } from '../domain/money.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import { sha256 } from '../sha256.ts';
import type { BankMapping } from './bank-mapping.entity.ts';

/** The mapping as the contract writes it: flat, and the column of the currency beside the currency itself. */
export type MappingInput = Omit<ColumnMapping, 'columns'> &
  Record<Exclude<ColumnRole, 'currency'>, number | null> & { currencyColumn: number | null };

/** The mapping for the domain, or what is wrong with it. */
export function mappingFrom(input: MappingInput): ColumnMapping | Refusal {
  const { firstRow, dayOrder, decimalSign, currency, account, currencyColumn, ...columns } = input;
  const mapping: ColumnMapping = {
    firstRow,
    dayOrder,
    decimalSign,
    currency,
    account: account.trim(),
    columns: {
      date: columns.date,
      amount: columns.amount,
      debit: columns.debit,
      credit: columns.credit,
      name: columns.name,
      reference: columns.reference,
      text: columns.text,
      currency: currencyColumn,
      bankId: columns.bankId,
    },
  };
  return problemOf(mapping) ?? mapping;
}

const problemOf = ({ firstRow, columns, currency, account }: ColumnMapping): Refusal | null =>
  firstProblem([
    rangeProblem('mapping.firstRow', firstRow, 0, 100),
    ...columnRoles.map((role) =>
      rangeProblem(`mapping.${role}`, columns[role] ?? 0, 0, statementLimits.columns - 1),
    ),
    isCurrency(currency) ? null : refuse('INPUT_INVALID', 'Please choose a currency.', 'mapping.currency'),
    textProblem('mapping.account', account, 50),
  ]);

/** The mapping as the contract shows it. */
export const mappingView = ({ columns, ...mapping }: ColumnMapping): MappingInput => {
  const { currency: currencyColumn, ...others } = columns;
  return { ...mapping, ...others, currencyColumn };
};

/** The names of the columns stand in the row above the first movement; a table without a head is not remembered. */
export const headerOf = (
  top: readonly (readonly string[])[],
  { firstRow }: ColumnMapping,
): readonly string[] => top[firstRow - 1] ?? [];

const keyOf = (header: readonly string[]): string => sha256(headerSignature(header));

/** How a table with one of these rows as its head was read the last time; null for one that nobody has seen. */
export async function rememberedMapping(
  query: Sql,
  top: readonly (readonly string[])[],
): Promise<ColumnMapping | null> {
  const keys = top.map(keyOf);
  if (keys.length === 0) return null;
  const rows = await query.selectFrom('bankMapping').selectAll().where('header', 'in', keys).execute();
  const [row] = rows;
  if (row === undefined) return null;
  // The head may stand in another row this time.
  return { ...(JSON.parse(row.mapping) as ColumnMapping), firstRow: keys.indexOf(row.header) + 1 };
}

/** Keeps how a table with this head is read. */
export async function rememberMapping(
  query: Sql,
  { header, mapping, now }: { header: readonly string[]; mapping: ColumnMapping; now: Instant },
): Promise<void> {
  if (header.length === 0) return;
  const row: Row<BankMapping> = { header: keyOf(header), mapping: JSON.stringify(mapping), updatedAt: now };
  await query
    .insertInto('bankMapping')
    .values(row)
    .onConflict((conflict) => conflict.column('header').doUpdateSet({ mapping: row.mapping, updatedAt: now }))
    .execute();
}
