import { record } from '../audit/audit.ts';
import { keepBlob } from '../attachments/blobs.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { type StatementProblem, statementProblems, tidy } from '../domain/bank/statement.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission } from '../staff/require.ts';
import type { BankStatement } from './bank-statement.entity.ts';
import { usualOf } from './usual.ts';

/** Why a file cannot be taken, in words. */
export const statementRefusal = (problem: StatementProblem): Refusal =>
  refuse('STATEMENT_UNREADABLE', statementProblems[problem], 'file');

/** Keeps a bank's file as it came, once it is sure that it can be read. The same file is the same statement. */
export async function uploadStatement(
  ctx: Ctx,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Row<BankStatement> | Refusal> {
  const staff = requirePermission(ctx, 'CONFIRM_PAYMENTS');
  const hash = sha256(bytes);
  const before = await statementByHash(ctx, hash);
  if (before !== undefined) return before;
  const read = await ctx.files.statement(bytes, { mapping: null, usual: usualOf(ctx) });
  if ('problem' in read) return statementRefusal(read.problem);
  const row: Row<BankStatement> = {
    id: ctx.ids.id(),
    filename: tidy('name', name.replace(/^.*[/\\]/, '')) || 'statement',
    hash,
    format: read.format,
    status: 'UPLOADED',
    mapping: null,
    lineCount: 0,
    doneCount: 0,
    newCount: 0,
    problem: null,
    problems: '[]',
    problemCount: 0,
    firstDay: null,
    lastDay: null,
    uploadedBy: staff.name,
    createdAt: ctx.now,
  };
  return ctx.db.transaction(async ({ sql: query }) => {
    const { numInsertedOrUpdatedRows } = await query
      .insertInto('bankStatement')
      .values(row)
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n)
      return query.selectFrom('bankStatement').selectAll().where('hash', '=', hash).executeTakeFirstOrThrow();
    await keepBlob(query, { bytes, contentType: 'application/octet-stream' }, ctx.now);
    await record(ctx, query, {
      action: 'bank.statementUploaded',
      text: `Uploaded the bank statement ${row.filename}`,
      facts: { statementId: row.id, format: row.format, hash },
    });
    return row;
  });
}

const statementByHash = (ctx: Ctx, hash: string) =>
  ctx.db.read.selectFrom('bankStatement').selectAll().where('hash', '=', hash).executeTakeFirst();
