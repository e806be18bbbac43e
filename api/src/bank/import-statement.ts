import { dropUnusedBlob } from '../attachments/blobs.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { fingerprints } from '../domain/bank/fingerprint.ts';
import type { ColumnMapping } from '../domain/bank/column-mapping.ts';
import { mappingProblem } from '../domain/bank/table-lines.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { enqueue } from '../outbox/outbox.ts';
import { raise } from '../review/raise.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission } from '../staff/require.ts';
import type { BankStatement } from './bank-statement.entity.ts';
import { headerOf, type MappingInput, mappingFrom, rememberMapping } from './column-mappings.ts';
import { importBatch } from './import-batch.ts';
import { findStatement, problemsShown, readStatementFile } from './preview-statement.ts';

export type StatementImport = { id: string; mapping: MappingInput | null; skipProblems: boolean };

/** How many lines are written in one transaction: progress is seen, and nobody waits long for the database. */
const linesAtOnce = 500;

/** Begins to import a statement. The worker does it, batch by batch; a statement is imported once. */
export async function importBankStatement(
  ctx: Ctx,
  input: StatementImport,
): Promise<Row<BankStatement> | Refusal> {
  requirePermission(ctx, 'CONFIRM_PAYMENTS');
  const statement = await findStatement(ctx, input.id);
  if (statement.status === 'IMPORTING' || statement.status === 'IMPORTED') return statement;
  const given = input.mapping === null ? null : mappingFrom(input.mapping);
  if (isRefusal(given)) return given;
  const read = await readStatementFile(ctx, statement, given);
  if (isRefusal(read)) return read;
  const { mapping, table, content } = read.file;
  const wrong = mapping === null ? null : mappingProblem(mapping);
  if (wrong !== null) return refuse('INPUT_INVALID', wrong, 'mapping');
  if (content.lines.length === 0)
    return refuse('STATEMENT_UNREADABLE', 'No row of this file can be read in this way.', 'mapping');
  const [first] = content.problems;
  if (first !== undefined && !input.skipProblems) {
    const message = `${content.problems.length} rows cannot be read; the first is line ${first.row}: ${first.message}`;
    return refuse('STATEMENT_UNREADABLE', message, 'skipProblems');
  }
  const begun = {
    status: 'IMPORTING' as const,
    mapping: mapping === null ? null : JSON.stringify(mapping),
    lineCount: content.lines.length,
    // Another mapping makes other lines; those that are there already are known again.
    doneCount: 0,
    problem: null,
    problems: JSON.stringify(content.problems.slice(0, problemsShown)),
    problemCount: content.problems.length,
  };
  await ctx.db.transaction(async ({ sql: query }) => {
    const { numUpdatedRows } = await query
      .updateTable('bankStatement')
      .set(begun)
      .where('id', '=', statement.id)
      .where('status', 'in', ['UPLOADED', 'FAILED'])
      .executeTakeFirst();
    // Somebody else began just now: it is the same import.
    if (numUpdatedRows !== 1n) return;
    if (mapping !== null)
      await rememberMapping(query, { header: headerOf(table?.top ?? [], mapping), mapping, now: ctx.now });
    await record(ctx, query, {
      action: 'bank.statementImported',
      text: `Imported the bank statement ${statement.filename}`,
      facts: { statementId: statement.id, lines: begun.lineCount, skipped: begun.problemCount },
    });
    await enqueue(ctx, query, {
      name: 'import-bank-statement',
      payload: { statementId: statement.id },
      dedupeKey: `import-bank-statement:${statement.id}:${ctx.now}`,
    });
  });
  ctx.nudge();
  return findStatement(ctx, statement.id);
}

/** The work of it. Done twice, in parts, or by two workers at once, it writes each line once. */
export async function performImport(ctx: Ctx, { statementId }: { statementId: string }): Promise<void> {
  const statement = await findStatement(ctx, statementId);
  if (statement.status !== 'IMPORTING') return;
  const mapping = statement.mapping === null ? null : (JSON.parse(statement.mapping) as ColumnMapping);
  const read = await readStatementFile(ctx, statement, mapping);
  if (isRefusal(read)) return failImport(ctx, { statementId }, read.message);
  const { lines } = read.file.content;
  const prints = fingerprints(lines).map(sha256);
  for (let from = statement.doneCount; from < lines.length; from += linesAtOnce) {
    const batch = lines
      .slice(from, from + linesAtOnce)
      .map((line, at) => ({ ...line, fingerprint: prints[from + at] ?? '' }));
    const isOurs = await importBatch(ctx, statement.id, from, batch);
    // Another worker took over, for instance after our lease was over.
    if (!isOurs) return;
  }
  const days = lines.map(({ bookedOn }) => bookedOn).toSorted();
  await ctx.db.transaction(async ({ sql: query }) => {
    await query
      .updateTable('bankStatement')
      .set({ status: 'IMPORTED', firstDay: days[0] ?? null, lastDay: days.at(-1) ?? null })
      .where('id', '=', statement.id)
      .where('status', '=', 'IMPORTING')
      .execute();
    await dropUnusedBlob(query, statement.hash);
  });
}

/** It could not be done: the statement says why, and somebody hears of it. */
export async function failImport(
  ctx: Ctx,
  { statementId }: { statementId: string },
  error: unknown,
): Promise<void> {
  const statement = await findStatement(ctx, statementId);
  const problem =
    typeof error === 'string' ? error : 'Something went wrong on our side. Please try the import again.';
  await ctx.db.transaction(async ({ sql: query }) => {
    await query
      .updateTable('bankStatement')
      .set({ status: 'FAILED', problem })
      .where('id', '=', statementId)
      .where('status', '=', 'IMPORTING')
      .execute();
    await raise(ctx, query, {
      kind: 'DELIVERY_FAILED',
      title: `The bank statement ${statement.filename} could not be imported`,
      explanation: 'Open it on the page of the bank and try again. What was imported before stays, once.',
      facts: [{ label: 'Reason', sent: problem, approved: null }],
      dedupeKey: `import-failed:${statementId}:${ctx.now}`,
    });
  });
}
