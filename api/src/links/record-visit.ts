import type { Ctx } from '../context.ts';
import { later } from '../db/instant.ts';
import { statement } from '../db/statement.ts';
import type { Row } from '../db/entities.ts';
import { badInput } from '../fault.ts';
import { logStep } from '../payments/log.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { invoiceOfLink } from '../portal/invoice-of-link.ts';
import type { LinkVisit } from '../portal/link-visit.entity.ts';
import { requireLink } from '../staff/require.ts';

export type Visit = { visitId: string; opened: boolean; invoiceNumber: string | null };

/**
 * Notes that a page was loaded, and apart from that, that a person had it open. Mail scanners load pages and run their
 * scripts; what they never do is move a hand on a visible page, so only that counts as opened. Each once per visit.
 */
export async function recordVisit(ctx: Ctx, { visitId, opened, invoiceNumber }: Visit): Promise<true> {
  const link = requireLink(ctx);
  if (visitId.length < 8 || visitId.length > 100)
    throw badInput('The id of a visit has 8 to 100 characters.');
  if (invoiceNumber !== null)
    return opened ? noteInvoice(ctx, await invoiceOfLink(ctx, invoiceNumber)) : true;
  const row: Row<LinkVisit> = {
    id: ctx.ids.id(),
    linkId: link.linkId,
    quoteId: link.quoteId,
    invoiceId: link.invoiceId,
    visitId,
    kind: opened ? 'OPENED' : 'FETCHED',
    at: ctx.now,
    ip: ctx.client.ip,
    userAgent: ctx.client.userAgent,
    erasureId: null,
  };
  await ctx.db.transaction(async ({ sql: query }) => {
    // A link in the wrong hands shall not fill the disk; whoever looked so often has been noticed.
    const { count } = await query
      .selectFrom('linkVisit')
      .select((visits) => visits.fn.countAll<number>().as('count'))
      .where('linkId', '=', link.linkId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostVisits) return;
    const { numAffectedRows } = await insertVisit(query, row);
    if (opened && numAffectedRows === 1n && link.invoiceId !== null) {
      const payment = { id: null, invoiceId: link.invoiceId, method: null };
      await logStep(ctx, query, { payment, kind: 'VIEWED', actor: 'Customer' });
    }
  });
  return true;
}

/** A person has one invoice of several open. Once an hour: who comes back to the page has not looked anew. */
async function noteInvoice(ctx: Ctx, { id: invoiceId }: Row<Invoice>): Promise<true> {
  await ctx.db.transaction(async ({ sql: query }) => {
    const last = await query
      .selectFrom('paymentLog')
      .select('id')
      .where('invoiceId', '=', invoiceId)
      .where('kind', '=', 'VIEWED')
      .where('at', '>', later(ctx.now, -60 * 60_000))
      .executeTakeFirst();
    const payment = { id: null, invoiceId, method: null };
    if (last === undefined) await logStep(ctx, query, { payment, kind: 'VIEWED', actor: 'Customer' });
  });
  return true;
}

const mostVisits = 1_000;

const insertVisit = statement((query, row: Row<LinkVisit>) =>
  query
    .insertInto('linkVisit')
    .values(row)
    .onConflict((conflict) => conflict.columns(['linkId', 'visitId', 'kind']).doNothing()),
);
