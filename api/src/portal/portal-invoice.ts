import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { type InvoiceContent, isOverdue, isOwed } from '../domain/invoice.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import { money, totalsView } from '../graphql/views.ts';
import { contentOf, invoiceLinesView } from '../invoices/invoice-views.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { issuedOf } from '../invoices/issued.ts';
import { creditOf } from '../ledger/customer-credit.ts';
import { takesCards } from '../payments/takes-cards.ts';
import { invoiceOfLink } from './invoice-of-link.ts';
import { portalInvoiceStatus } from './portal-invoice-status.ts';
import { creditNotesView, paymentsView, refundsView } from './portal-payments.ts';
import { takesTransfers, transferView } from './portal-transfer.ts';

/** An invoice that the link opens. */
export const portalInvoice = async (ctx: Ctx, number: string | null) =>
  invoiceView(ctx, await invoiceOfLink(ctx, number));

/** An invoice as its customer sees it. */
export async function invoiceView(ctx: Ctx, invoice: Row<Invoice>) {
  const content = contentOf(invoice);
  const { currency } = invoice;
  const { number, issueDate, dueDate } = issuedOf(invoice);
  const methods = await methodsFor(ctx, invoice, content);
  const balance = money(invoice.balance, currency);
  const refunds = await ctx.load.refundsOfInvoice.load(invoice.id);
  return {
    ...content,
    number,
    quoteNumber: content.stage?.quoteNumber ?? null,
    stageLabel: content.stage?.label ?? null,
    status: portalInvoiceStatus(invoice.status),
    customerName: content.customer.name,
    issueDate,
    dueDate,
    isOverdue: isOverdue(invoice, ctx.today),
    today: ctx.today,
    lines: invoiceLinesView(invoice),
    totals: totalsView(content.totals, currency),
    paid: money(invoice.paid, currency),
    credited: money(invoice.credited, currency),
    balance,
    credit: () => creditFor(ctx, invoice),
    methods,
    transfer: () =>
      methods.includes('BANK_TRANSFER')
        ? transferView(content.bankAccount, { amount: balance, number, locale: ctx.company.locale })
        : null,
    payments: await paymentsView(ctx, invoice.id, refunds),
    creditNotes: () => creditNotesView(ctx, invoice.id),
    refunds: refundsView(refunds),
    earlier: earlierRecords(content),
    pdfUrl: documentAddress(ctx, 'invoices', invoice.id),
  };
}

export const earlierRecords = ({ earlier, currency }: InvoiceContent) =>
  earlier.map(({ totals, creditNotes, ...record }) => ({
    ...record,
    total: money(totals.gross, currency),
    creditNotes: creditNotes.map(({ totals: off, ...note }) => ({
      ...note,
      total: money(off.gross, currency),
    })),
  }));

async function methodsFor(
  ctx: Ctx,
  { id, status }: Row<Invoice>,
  { bankDetails, bankAccount }: InvoiceContent,
): Promise<PaymentMethod[]> {
  if (!isOwed(status)) return [];
  const takes = bankDetails.length > 0 || takesTransfers(bankAccount);
  // While nobody knows what came of the last try by card there is no second one.
  const payments = await ctx.load.paymentsOfInvoice.load(id);
  const isAsked = payments.some((payment) => payment.status === 'UNKNOWN');
  return [
    ...(takesCards(ctx) && !isAsked ? ['CARD' as const] : []),
    ...(takes ? ['BANK_TRANSFER' as const] : []),
    'CASH',
  ];
}

/** What is kept for the customer, as far as it is of use here. */
async function creditFor(ctx: Ctx, { customerId, currency, status }: Row<Invoice>) {
  const credit = isOwed(status) ? await creditOf(ctx.db.read, customerId, currency) : 0;
  return credit === 0 ? null : money(credit, currency);
}
