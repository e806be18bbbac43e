import type { Ctx } from '../context.ts';
import { notFound } from '../fault.ts';
import { type IssuedInvoice, issuedOf } from '../invoices/issued.ts';
import { isQuoteLink, type LinkActor, requireLink } from '../staff/require.ts';
import { accountOfLink, invoicesOfAccount } from './account-of-link.ts';
import { reachableQuotes } from './quote-of-link.ts';

/**
 * The invoice that the link opens. An invoice's link opens that one; a quote's link opens the invoices that came of the
 * quote, by number, and the link to everything those of its customer. Anything else is not there.
 */
export async function invoiceOfLink(ctx: Ctx, number: string | null): Promise<IssuedInvoice> {
  const link = requireLink(ctx);
  const reachable = await reachableInvoices(ctx, link);
  const named = number === null ? reachable : reachable.where('invoice.number', '=', number);
  const found = await named.selectAll('invoice').limit(2).execute();
  const [invoice] = found;
  if (invoice === undefined || found.length > 1) throw notFound();
  return issuedOf(invoice);
}

/** The issued invoices that a link reaches, as a query to go on with. */
export async function reachableInvoices(ctx: Ctx, link: LinkActor) {
  if (link.purpose === 'ACCOUNT') return invoicesOfAccount(ctx, await accountOfLink(ctx));
  const issued = ctx.db.read.selectFrom('invoice').where('invoice.number', 'is not', null);
  return isQuoteLink(link)
    ? issued.where('invoice.quoteId', 'in', await reachableQuotes(ctx.db.read, link))
    : issued.where('invoice.id', '=', link.invoiceId);
}
