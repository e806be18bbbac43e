import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { notFound } from '../fault.ts';
import { totalsView } from '../graphql/views.ts';
import { contentOf, invoiceLinesView } from '../invoices/invoice-views.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { readInvoice } from '../invoices/invoices.ts';
import { isIssued } from '../invoices/issued.ts';
import { earlierRecords, invoiceView } from './portal-invoice.ts';

/**
 * An invoice as its customer would see it, for staff. It needs no link and leaves no track: nothing is counted as seen, and
 * nothing can be paid. What waits for approval is shown as what it would say; what was given back says nothing any more.
 */
export async function invoicePreview(ctx: Ctx, id: string) {
  const invoice = await readInvoice(ctx, id);
  if (isIssued(invoice)) return invoiceView(ctx, invoice);
  if (invoice.status !== 'AWAITING_APPROVAL') throw notFound();
  return waitingView(invoice);
}

function waitingView(invoice: Row<Invoice>) {
  const content = contentOf(invoice);
  const { company, customer, stage, subject, paymentTermsDays, totals, currency } = content;
  return {
    ...{ company, subject, paymentTermsDays },
    customerName: customer.name,
    quoteNumber: stage?.quoteNumber ?? null,
    stageLabel: stage?.label ?? null,
    lines: invoiceLinesView(invoice),
    totals: totalsView(totals, currency),
    earlier: earlierRecords(content),
  };
}
