import { readBlob } from '../attachments/blobs.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { ColumnMapping } from '../domain/bank/column-mapping.ts';
import { fingerprints } from '../domain/bank/fingerprint.ts';
import type { StatementFile } from '../domain/bank/reading.ts';
import { mappingProblem } from '../domain/bank/table-lines.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { notFound } from '../fault.ts';
import { money } from '../graphql/views.ts';
import { sha256 } from '../sha256.ts';
import { requirePermission } from '../staff/require.ts';
import type { BankStatement } from './bank-statement.entity.ts';
import {
  headerOf,
  type MappingInput,
  mappingFrom,
  mappingView,
  rememberedMapping,
} from './column-mappings.ts';
import { knownFingerprints } from './known-lines.ts';
import { statementRefusal } from './upload-statement.ts';
import { usualOf } from './usual.ts';

const linesShown = 8;
export const problemsShown = 100;

/** What an import would do. The columns of a table are those given, remembered or guessed, in this order. */
export async function previewStatement(ctx: Ctx, id: string, input: MappingInput | null) {
  requirePermission(ctx, 'CONFIRM_PAYMENTS');
  const statement = await findStatement(ctx, id);
  const mapping = input === null ? null : mappingFrom(input);
  if (isRefusal(mapping)) return mapping;
  const read = await readStatementFile(ctx, statement, mapping);
  if (isRefusal(read)) return read;
  const { file, isRemembered } = read;
  const { lines, problems } = file.content;
  const prints = fingerprints(lines).map(sha256);
  const known = await knownFingerprints(ctx.db.read, prints);
  return {
    statement,
    header: file.table === null || file.mapping === null ? [] : headerOf(file.table.top, file.mapping),
    columnCount: file.table?.columnCount ?? 0,
    rows: file.table?.sample ?? [],
    mapping: file.mapping === null ? null : mappingView(file.mapping),
    isRemembered,
    mappingProblem: file.mapping === null ? null : mappingProblem(file.mapping),
    lines: lines.slice(0, linesShown).map((line, at) => ({
      row: line.row,
      bookedOn: line.bookedOn,
      amount: money(line.amount, line.currency),
      name: line.name,
      reference: line.reference,
      isKnown: known.has(prints[at] ?? ''),
    })),
    lineCount: lines.length,
    incomingCount: lines.filter(({ amount }) => amount > 0).length,
    knownCount: prints.filter((print) => known.has(print)).length,
    problems: problems.slice(0, problemsShown),
    problemCount: problems.length,
  };
}

export async function findStatement(ctx: Ctx, id: string): Promise<Row<BankStatement>> {
  const statement = await ctx.db.read
    .selectFrom('bankStatement')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (statement === undefined) throw notFound();
  return statement;
}

/** Opens the kept file again. Its bytes are with us only until it was imported. */
export async function readStatementFile(
  ctx: Ctx,
  { hash, format }: Row<BankStatement>,
  given: ColumnMapping | null,
): Promise<{ file: StatementFile; isRemembered: boolean } | Refusal> {
  const blob = await readBlob(ctx.db.read, hash);
  if (blob === null) return refuse('STATEMENT_UNREADABLE', 'This statement was imported before.', 'id');
  const read = async (mapping: ColumnMapping | null) =>
    ctx.files.statement(blob.bytes, { mapping, usual: usualOf(ctx) });
  const file = await read(given);
  if ('problem' in file) return statementRefusal(file.problem);
  const isOpen = given === null && format === 'CSV';
  const remembered = isOpen ? await rememberedMapping(ctx.db.read, file.table?.top ?? []) : null;
  if (remembered === null) return { file, isRemembered: false };
  const again = await read(remembered);
  return 'problem' in again ? statementRefusal(again.problem) : { file: again, isRemembered: true };
}
