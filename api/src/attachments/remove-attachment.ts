import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { requirePermission } from '../staff/require.ts';
import type { RemoveAttachmentInput } from './attachment.type.ts';
import { holdQuote } from './attachments.ts';
import { dropUnusedBlob } from './blobs.ts';

/** Takes a file off a draft; bytes that nothing else uses are gone. A file that is gone already stays gone. */
export async function removeAttachment(
  ctx: Ctx,
  input: RemoveAttachmentInput,
): Promise<Row<Quote> | Refusal> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const { quoteId, id } = input;
  const outcome = await ctx.db.transaction(async ({ sql: query }) => {
    const closed = await holdQuote(query, quoteId);
    if (closed !== null) return closed;
    const gone = await query
      .deleteFrom('attachment')
      .where('id', '=', id)
      .where('quoteId', '=', quoteId)
      .returning(['name', 'hash'])
      .executeTakeFirst();
    if (gone === undefined) return null;
    await dropUnusedBlob(query, gone.hash);
    await record(ctx, query, {
      action: 'quote.fileRemoved',
      text: `Removed ${gone.name}`,
      quoteId,
      facts: gone,
    });
    return null;
  });
  return outcome ?? ctx.load.quote.load(quoteId);
}
