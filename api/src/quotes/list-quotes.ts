import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { wordPatterns } from '../db/by-name.ts';
import { limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import type { QuoteStatus } from '../domain/quote.ts';
import { requirePermission } from '../staff/require.ts';
import type { Quote } from './quote.entity.ts';

export type QuoteList = PageRequest & {
  status?: QuoteStatus | null | undefined;
  search?: string | null | undefined;
  archived?: boolean | null | undefined;
};

/** Quotes, newest first. Ids sort by time, so the id is order and cursor in one. */
export async function listQuotes(ctx: Ctx, list: QuoteList): Promise<Page<Row<Quote>>> {
  requirePermission(ctx, 'READ');
  let query = ctx.db.read
    .selectFrom('quote')
    .selectAll()
    .where('archivedAt', list.archived === true ? 'is not' : 'is', null)
    .orderBy('id', 'desc')
    .limit(limitOf(list));
  if (list.status != null) query = query.where('status', '=', list.status);
  if (list.after != null) query = query.where('id', '<', list.after);
  // Each word is somewhere in the title, the number or what the customer is found by.
  for (const found of wordPatterns(list.search)) {
    const ofCustomer = sql<boolean>`customer_id in (select id from customer where ${found})`;
    query = query.where((either) => either.or([found, ofCustomer]));
  }
  return pageOf(await query.execute(), list, (quote) => quote.id);
}
