import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { likePattern, limitOf, type Page, pageOf, type PageRequest } from '../db/page.ts';
import type { QuoteStatus } from '../domain/quote.ts';
import { requirePermission } from '../staff/require.ts';
import type { Quote } from './quote.entity.ts';

export type QuoteList = PageRequest & {
  status?: QuoteStatus | null | undefined;
  search?: string | null | undefined;
};

/** Quotes, newest first. Ids sort by time, so the id is order and cursor in one. */
export async function listQuotes(ctx: Ctx, list: QuoteList): Promise<Page<Row<Quote>>> {
  requirePermission(ctx, 'READ');
  const pattern = likePattern(list.search);
  let query = ctx.db.read.selectFrom('quote').selectAll().orderBy('id', 'desc').limit(limitOf(list));
  if (list.status != null) query = query.where('status', '=', list.status);
  if (list.after != null) query = query.where('id', '<', list.after);
  if (pattern !== null) {
    query = query.where((either) =>
      either.or([
        sql<boolean>`lower(title) like ${pattern} escape '\\'`,
        sql<boolean>`lower(number) like ${pattern} escape '\\'`,
        sql<boolean>`customer_id in (select id from customer where lower(name) like ${pattern} escape '\\')`,
      ]),
    );
  }
  return pageOf(await query.execute(), list, (quote) => quote.id);
}
