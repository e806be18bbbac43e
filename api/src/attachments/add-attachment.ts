import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { fileLimits, fileName, type FileProblem, fileProblems } from '../domain/attachment.ts';
import { fileTypes, kindOf, roomProblem } from '../domain/attachment.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { notFound } from '../fault.ts';
import { sha256 } from '../sha256.ts';
import { notDraft } from '../quotes/quote-step.ts';
import { requirePermission } from '../staff/require.ts';
import type { Attachment } from './attachment.entity.ts';
import { attachmentRows, holdQuote } from './attachments.ts';
import { keepBlob } from './blobs.ts';

type Upload = { quoteId: string; name: string; bytes: Uint8Array };

export const fileRefusal = (problem: FileProblem): Refusal =>
  refuse('INPUT_INVALID', fileProblems[problem], 'file');

/** Whether a file may be sent at all, asked before its bytes are read. Throws FORBIDDEN, NOT_FOUND. */
export async function uploadProblem(ctx: Ctx, quoteId: string): Promise<Refusal | null> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const quote = await ctx.db.read
    .selectFrom('quote')
    .select(['status', 'archivedAt'])
    .where('id', '=', quoteId)
    .executeTakeFirst();
  if (quote === undefined) throw notFound();
  return notDraft(quote);
}

/** Attaches a file to a draft, written anew. The same bytes under the same name are the same attachment. */
export async function addAttachment(ctx: Ctx, upload: Upload): Promise<Row<Attachment> | Refusal> {
  const closed = await uploadProblem(ctx, upload.quoteId);
  if (closed !== null) return closed;
  const { bytes } = upload;
  if (bytes.length === 0) return fileRefusal('EMPTY');
  if (bytes.length > fileLimits.fileBytes) return fileRefusal('TOO_LARGE');
  const kind = kindOf(bytes);
  if (kind === null) return fileRefusal('WRONG_KIND');
  const file = {
    quoteId: upload.quoteId,
    name: fileName(upload.name, kind),
    sourceHash: sha256(bytes),
    contentType: fileTypes[kind].contentType,
  };
  const there = await attachmentRows(ctx.db.read, file.quoteId);
  const same = sameAs(there, file);
  if (same !== undefined) return same;
  // Opening a file is dear, so what has no room anyway is turned away before.
  const full = roomProblem(there, 1);
  if (full !== null) return fileRefusal(full);
  const clean = await ctx.files.clean(kind, bytes);
  if ('problem' in clean) return fileRefusal(clean.problem);
  if (clean.bytes.length > fileLimits.fileBytes) return fileRefusal('TOO_LARGE');
  return keep(ctx, { ...file, bytes: clean.bytes });
}

type CleanUpload = Pick<Attachment, 'quoteId' | 'name' | 'sourceHash' | 'contentType'> & {
  bytes: Uint8Array;
};

/** What was true before the file was opened is asked again in the transaction that keeps it. */
const keep = (ctx: Ctx, { bytes, ...file }: CleanUpload): Promise<Row<Attachment> | Refusal> =>
  ctx.db.transaction(async ({ sql: query }) => {
    const closed = await holdQuote(query, file.quoteId);
    if (closed !== null) return closed;
    const there = await attachmentRows(query, file.quoteId);
    const same = sameAs(there, file);
    if (same !== undefined) return same;
    const full = roomProblem(there, bytes.length);
    if (full !== null) return fileRefusal(full);
    const row = {
      ...file,
      id: ctx.ids.id(),
      size: bytes.length,
      hash: await keepBlob(query, { bytes, contentType: file.contentType }, ctx.now),
      uploadedBy: requirePermission(ctx, 'WRITE_QUOTES').name,
      createdAt: ctx.now,
    };
    await query.insertInto('attachment').values(row).execute();
    await record(ctx, query, {
      action: 'quote.fileAttached',
      text: `Attached ${file.name}`,
      quoteId: file.quoteId,
      facts: { name: file.name, hash: row.hash },
    });
    return row;
  });

const sameAs = (
  rows: readonly Row<Attachment>[],
  { name, sourceHash }: Pick<Attachment, 'name' | 'sourceHash'>,
) => rows.find((row) => row.name === name && row.sourceHash === sourceHash);
