import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { notFound } from '../fault.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { requireLink } from '../staff/require.ts';
import { reachableQuotes } from './quote-of-link.ts';

/**
 * The invoice that the link opens. An invoice's link opens that one; a quote's link opens the invoices that came of the
 * quote, by number. Anything else is not there.
 */
export async function invoiceOfLink(ctx: Ctx, number: string | null): Promise<Row<Invoice>> {
  const link = requireLink(ctx);
  const candidates = ctx.db.read.selectFrom('invoice').selectAll();
  const reachable =
    link.purpose === 'QUOTE'
      ? candidates.where('quoteId', 'in', await reachableQuotes(ctx.db.read, link))
      : candidates.where('quoteId', '=', link.quoteId).where('id', '=', link.invoiceId);
  const named = number === null ? reachable : reachable.where('number', '=', number);
  const found = await named.limit(2).execute();
  const [invoice] = found;
  if (invoice === undefined || found.length > 1) throw notFound();
  return invoice;
}
