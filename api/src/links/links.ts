import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { notFound } from '../fault.ts';
import type { LinkVisit } from '../portal/link-visit.entity.ts';
import type { Link } from '../portal/link.entity.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { readQuote } from '../quotes/quotes.ts';
import { requirePermission } from '../staff/require.ts';

/** The links of a quote and its invoices, newest first, each with how often it was used. */
export async function linksOfQuote(ctx: Ctx, quoteId: string) {
  const links = await ctx.db.read
    .selectFrom('link')
    .selectAll()
    .where('quoteId', '=', quoteId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return linkViews(ctx, links);
}

/** The links to everything of a customer, newest first; staff may end each. */
export async function linksOfAccount(ctx: Ctx, customerId: string) {
  const links = await ctx.db.read
    .selectFrom('link')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('purpose', '=', 'ACCOUNT')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return linkViews(ctx, links);
}

/** Links as staff see them, each with how often it was used. */
export async function linkViews(ctx: Ctx, links: readonly Row<Link>[]) {
  if (links.length === 0) return [];
  const ids = links.map(({ id }) => id);
  const visits = await ctx.db.read
    .selectFrom('linkVisit')
    .select(['linkId', 'kind', 'at'])
    .where('linkId', 'in', ids)
    .orderBy('id')
    .execute();
  return links.map((link) => linkView(ctx, link, visits));
}

type Visit = Pick<Row<LinkVisit>, 'linkId' | 'kind' | 'at'>;

function linkView(ctx: Ctx, link: Row<Link>, visits: readonly Visit[]) {
  const opened = visits.filter((visit) => visit.linkId === link.id && visit.kind === 'OPENED');
  const fetched = visits.filter((visit) => visit.linkId === link.id && visit.kind === 'FETCHED');
  return {
    ...link,
    invoice: link.invoiceId === null ? null : ctx.load.invoice.load(link.invoiceId),
    fetchedCount: fetched.length,
    openedCount: opened.length,
    lastOpenedAt: opened.at(-1)?.at ?? null,
  };
}

/** Ends one link of a quote and no other. */
export async function revokeLink(ctx: Ctx, { id }: { id: string }): Promise<Row<Quote>> {
  requirePermission(ctx, 'WRITE_QUOTES');
  const ofQuote = await ctx.db.transaction(async ({ sql: query }) => {
    const link = await query.selectFrom('link').selectAll().where('id', '=', id).executeTakeFirst();
    if (link === undefined || link.quoteId === null) throw notFound();
    await endLink(ctx, query, link);
    return link.quoteId;
  });
  return readQuote(ctx, ofQuote);
}

/** Every server asks the database who a link belongs to, so it is dead at once everywhere. What is over already stays as it is. */
export async function endLink(ctx: Ctx, query: Sql, link: Row<Link>): Promise<void> {
  const { id, quoteId, invoiceId, customerId, email, createdAt } = link;
  const { numUpdatedRows } = await query
    .updateTable('link')
    .set({ revokedAt: ctx.now })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return;
  await record(ctx, query, {
    action: 'link.revoked',
    text: `Revoked the link that was sent to ${email}`,
    ...(quoteId !== null && { quoteId }),
    ...(invoiceId !== null && { invoiceId }),
    customerId,
    facts: { linkId: id, sentAt: createdAt },
  });
}
