import type { Ctx } from '../context.ts';
import { documentAddress } from '../documents/address.ts';
import { notFound } from '../fault.ts';
import { money } from '../graphql/views.ts';
import type { ReceiptContent } from '../payments/receipt-content.ts';
import { requireLink } from '../staff/require.ts';
import { reachableInvoices } from './invoice-of-link.ts';
import { keptOf, refundedOf } from './portal-payments.ts';

/** A receipt of an invoice that the link reaches. What became of the money since stands beside it; the receipt never changes. */
export async function portalReceipt(ctx: Ctx, number: string) {
  const reachable = await reachableInvoices(ctx, requireLink(ctx));
  const receipt = await reachable
    .innerJoin('receipt', 'receipt.invoiceId', 'invoice.id')
    .select(['receipt.id', 'receipt.number', 'receipt.issuedAt', 'receipt.content'])
    .select(['receipt.paymentId', 'receipt.invoiceId'])
    .where('receipt.number', '=', number)
    .executeTakeFirst();
  if (receipt === undefined) throw notFound();
  const content = JSON.parse(receipt.content) as ReceiptContent;
  const payment = await ctx.load.payment.load(receipt.paymentId);
  const refunds = await ctx.load.refundsOfInvoice.load(receipt.invoiceId);
  return {
    ...content,
    number: receipt.number,
    issuedAt: receipt.issuedAt,
    customerName: content.customer.name,
    amount: money(content.amount, content.currency),
    balanceAfter: money(content.balanceAfter, content.currency),
    kept: keptOf(payment),
    refunded: refundedOf(payment, refunds),
    pdfUrl: documentAddress(ctx, 'receipts', receipt.id),
  };
}
