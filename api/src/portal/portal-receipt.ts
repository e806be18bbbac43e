import type { Ctx } from '../context.ts';
import { documentAddress } from '../documents/address.ts';
import { notFound } from '../fault.ts';
import { money } from '../graphql/views.ts';
import type { ReceiptContent } from '../payments/receipt-content.ts';
import { requireLink } from '../staff/require.ts';
import { reachableQuotes } from './quote-of-link.ts';

/** A receipt of an invoice that the link reaches. */
export async function portalReceipt(ctx: Ctx, number: string) {
  const link = requireLink(ctx);
  const quoteIds = link.purpose === 'QUOTE' ? await reachableQuotes(ctx.db.read, link) : [link.quoteId];
  const receipt = await ctx.db.read
    .selectFrom('receipt')
    .innerJoin('invoice', 'invoice.id', 'receipt.invoiceId')
    .select(['receipt.id', 'receipt.number', 'receipt.issuedAt', 'receipt.content', 'receipt.invoiceId'])
    .where('receipt.number', '=', number)
    .where('invoice.quoteId', 'in', quoteIds)
    .executeTakeFirst();
  if (receipt === undefined || (link.invoiceId !== null && link.invoiceId !== receipt.invoiceId))
    throw notFound();
  const content = JSON.parse(receipt.content) as ReceiptContent;
  return {
    ...content,
    number: receipt.number,
    issuedAt: receipt.issuedAt,
    customerName: content.customer.name,
    amount: money(content.amount, content.currency),
    balanceAfter: money(content.balanceAfter, content.currency),
    pdfUrl: documentAddress(ctx, 'receipts', receipt.id),
  };
}
