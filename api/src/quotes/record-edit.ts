import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { instant } from '../db/instant.ts';
import type { Quote } from './quote.entity.ts';

const quietMinutes = 10;

/** The editor saves by itself while somebody types: the history gets one entry per person in ten minutes. */
export async function recordEdit(
  ctx: Ctx,
  query: Sql,
  quote: Pick<Quote, 'id' | 'customerId'>,
): Promise<void> {
  const since = instant(new Date(new Date(ctx.now).getTime() - quietMinutes * 60_000));
  const recent = await query
    .selectFrom('audit')
    .select('id')
    .where('quoteId', '=', quote.id)
    .where('action', '=', 'quote.changed')
    .where('staffId', '=', ctx.actor.kind === 'staff' ? ctx.actor.id : '')
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst();
  if (recent !== undefined) return;
  await record(ctx, query, {
    action: 'quote.changed',
    text: 'Draft changed',
    quoteId: quote.id,
    customerId: quote.customerId,
  });
}
