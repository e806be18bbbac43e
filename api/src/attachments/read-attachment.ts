import type { Ctx } from '../context.ts';
import { type Blob, readBlob } from './blobs.ts';

/** A file with its name, or null. Who may ask is decided by the address that leads here. */
export async function readAttachment(ctx: Ctx, id: string): Promise<(Blob & { name: string }) | null> {
  const row = await ctx.db.read
    .selectFrom('attachment')
    .select(['name', 'hash'])
    .where('id', '=', id)
    .executeTakeFirst();
  const blob = row === undefined ? null : await readBlob(ctx.db.read, row.hash);
  return row === undefined || blob === null ? null : { ...blob, name: row.name };
}
