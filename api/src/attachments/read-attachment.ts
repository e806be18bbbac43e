import type { Ctx } from '../context.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import { type Blob, readBlob } from './blobs.ts';

/** A file with its name, or null. Who may ask is decided by the address that leads here. */
export async function readAttachment(ctx: Ctx, id: string): Promise<(Blob & { name: string }) | null> {
  const row = await ctx.db.read
    .selectFrom('attachment')
    .innerJoin('quote', 'quote.id', 'attachment.quoteId')
    .select(['attachment.name', 'attachment.hash', 'quote.snapshot'])
    .where('attachment.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const blob = await readBlob(ctx.db.read, row.hash);
  // Another file that is kept as well is not the one that was approved.
  if (row.snapshot !== null && approvedHash(row.snapshot, id) !== row.hash)
    throw new Error(`The file ${id} is not the one that was approved`);
  return blob === null ? null : { ...blob, name: row.name };
}

const approvedHash = (snapshot: string, id: string): string | undefined =>
  (JSON.parse(snapshot) as QuoteSnapshot).attachments.find((file) => file.id === id)?.hash;
