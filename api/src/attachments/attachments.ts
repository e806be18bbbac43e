import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import type { SnapshotAttachment } from '../domain/quote-snapshot.ts';
import type { Refusal } from '../domain/refusal.ts';
import { notFound } from '../fault.ts';
import { notDraft } from '../quotes/quote-step.ts';
import type { Attachment } from './attachment.entity.ts';

/** The files of a quote, in the order in which they came. */
export const attachmentRows = (query: Sql, quoteId: string): Promise<Row<Attachment>[]> =>
  query.selectFrom('attachment').selectAll().where('quoteId', '=', quoteId).orderBy('id').execute();

/**
 * The files of a quote for its snapshot. Inside the transaction that approves: until it ends nobody can add or remove
 * one, so the snapshot and the rows name the same files.
 */
export async function attachmentsOf(query: Sql, quoteId: string): Promise<SnapshotAttachment[]> {
  await holdQuote(query, quoteId);
  const rows = await attachmentRows(query, quoteId);
  return rows.map(({ id, name, contentType, size, hash }) => ({ id, name, contentType, size, hash }));
}

/** Gives a new version or a copy of a quote the same files. The bytes are kept once. */
export async function copyAttachments(
  ctx: Ctx,
  query: Sql,
  fromQuoteId: string,
  toQuoteId: string,
): Promise<void> {
  const rows = await attachmentRows(query, fromQuoteId);
  if (rows.length === 0) return;
  await query
    .insertInto('attachment')
    .values(rows.map((row) => ({ ...row, id: ctx.ids.id(), quoteId: toQuoteId, createdAt: ctx.now })))
    .execute();
}

/**
 * Keeps the quote's row to this transaction, on the database that lets others write beside us, and tells why its files cannot
 * be changed, or null. Throws NOT_FOUND.
 */
export async function holdQuote(query: Sql, quoteId: string): Promise<Refusal | null> {
  const quote = await query
    .updateTable('quote')
    .set((row) => ({ version: row.ref('version') }))
    .where('id', '=', quoteId)
    .returning(['status', 'archivedAt'])
    .executeTakeFirst();
  if (quote === undefined) throw notFound();
  return notDraft(quote);
}
