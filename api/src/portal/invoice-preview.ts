import type { Ctx } from '../context.ts';
import { notFound } from '../fault.ts';
import { readInvoice } from '../invoices/invoices.ts';
import { isIssued } from '../invoices/issued.ts';
import { invoiceView } from './portal-invoice.ts';

/**
 * An invoice as its customer would see it, for staff. It needs no link and leaves no track: nothing is counted as seen, and
 * nothing can be paid. What waits for approval no customer sees.
 */
export async function invoicePreview(ctx: Ctx, id: string) {
  const invoice = await readInvoice(ctx, id);
  if (!isIssued(invoice)) throw notFound();
  return invoiceView(ctx, invoice);
}
