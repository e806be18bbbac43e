import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { notFound } from '../fault.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { readInvoice } from '../invoices/invoices.ts';
import { isIssued } from '../invoices/issued.ts';
import { invoiceOrRefusal, invoiceToChange, once } from '../invoices/keyed.ts';
import { queueMails } from '../mails/queue-mails.ts';
import { requirePermission } from '../staff/require.ts';
import { freshLinkTo } from './fresh-link-to.ts';
import type { RevokeInvoiceLinkInput, SendInvoiceLinkInput } from './link.type.ts';
import { endLink, linkViews } from './links.ts';

/** The links to one invoice, newest first, whether it came of a quote or of none. */
export async function linksOfInvoice(ctx: Ctx, { id, customerId }: Row<Invoice>) {
  const links = await ctx.db.read
    .selectFrom('link')
    .selectAll()
    // links are indexed by their customer
    .where('customerId', '=', customerId)
    .where('invoiceId', '=', id)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return linkViews(ctx, links);
}

/** Ends one link to an invoice and no other; it is dead at once on every server. */
export async function revokeInvoiceLink(ctx: Ctx, { id }: RevokeInvoiceLinkInput): Promise<Row<Invoice>> {
  requirePermission(ctx, 'ISSUE_INVOICES');
  const invoiceId = await ctx.db.transaction(async ({ sql: query }) => {
    const link = await query.selectFrom('link').selectAll().where('id', '=', id).executeTakeFirst();
    if (link?.purpose !== 'INVOICE' || link.invoiceId === null) throw notFound();
    await endLink(ctx, query, link);
    return link.invoiceId;
  });
  return readInvoice(ctx, invoiceId);
}

/** Staff send the customer another link to an invoice that they have already; it goes to the address on file, like every link. */
export async function sendInvoiceLink(
  ctx: Ctx,
  { idempotencyKey, invoiceId }: SendInvoiceLinkInput,
): Promise<Row<Invoice> | Refusal> {
  const staff = requirePermission(ctx, 'ISSUE_INVOICES');
  const asked = { scope: `staff:${staff.id}:invoice-link`, idempotencyKey, about: { invoiceId } };
  const answer = await once(ctx, asked, async (query) => {
    const invoice = await invoiceToChange(query, invoiceId);
    if (!isIssued(invoice))
      return refuse('MAIL_NOT_SENDABLE', 'This invoice was not issued; approving it sends its first link.');
    const { quoteId, customerId, recipient } = invoice;
    const to = await freshLinkTo(ctx, query, { quoteId, invoiceId, customerId, recipient });
    if (isRefusal(to)) return to;
    await queueMails(ctx, query, {
      kind: 'FRESH_LINK',
      quoteId,
      customerId,
      invoiceId,
      recipient: to,
      dedupeKey: `fresh-link:${ctx.ids.id()}`,
    });
    await record(ctx, query, {
      action: 'link.sent',
      text: `Sent a fresh link to invoice ${invoice.number} to ${to}`,
      ...(quoteId !== null && { quoteId }),
      invoiceId,
      customerId,
    });
    return { id: invoiceId };
  });
  return invoiceOrRefusal(ctx, answer);
}
