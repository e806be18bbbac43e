import type { Ctx } from '../context.ts';
import type { DocumentKind } from './documents.ts';

/** Drafts are never kept. */
export const draftVersion = 'draft';

/**
 * Which paper there is of something, or null when there is nothing or it was erased. An invoice or a receipt has one for ever. A quote has
 * one as it was offered, another for each last day that it was given, and one as it was signed; all of them stay.
 */
export async function documentVersion(ctx: Ctx, kind: DocumentKind, id: string): Promise<string | null> {
  if (kind !== 'quotes') return 'final';
  const quote = await ctx.db.read
    .selectFrom('quote')
    .select(['status', 'snapshotHash', 'validUntil', 'erasureId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (quote === undefined || quote.erasureId !== null) return null;
  if (quote.snapshotHash === null) return draftVersion;
  return quote.status === 'ACCEPTED' ? 'signed' : `valid until ${quote.validUntil}`;
}
