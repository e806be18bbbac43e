/**
 * What is asked of a statement's file, and what comes back: its movements and, for a table, how it was read and the first
 * rows as they stand there, so that a person can put the columns right.
 */
import type { ColumnMapping, Usual } from './column-mapping.ts';
import type { StatementContent, StatementFormat, StatementProblem } from './statement.ts';

/** How a table is to be read; null guesses. Other formats say for themselves what is what. */
export type StatementReading = Readonly<{ mapping: ColumnMapping | null; usual: Usual }>;

/** A table as it stands: its first rows, among them the names of its columns, and the first rows with movements. */
export type TableHead = Readonly<{
  top: readonly (readonly string[])[];
  columnCount: number;
  sample: readonly (readonly string[])[];
}>;

/** What was read; `table` and `mapping` for tables alone. */
export type StatementFile = Readonly<{
  format: StatementFormat;
  mapping: ColumnMapping | null;
  table: TableHead | null;
  content: StatementContent;
}>;

/** The file, or why it is refused. */
export type ReadStatement = StatementFile | Readonly<{ problem: StatementProblem }>;
