import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentAddress } from '../documents/address.ts';
import { balance, isOverdue } from '../domain/invoice.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import { money, totalsView } from '../graphql/views.ts';
import { contentOf, invoiceLinesView } from '../invoices/invoice-views.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { invoiceOfLink } from './invoice-of-link.ts';

/** An invoice that the link opens. */
export const portalInvoice = async (ctx: Ctx, number: string | null) =>
  invoiceView(ctx, await invoiceOfLink(ctx, number));

/** An invoice as its customer sees it. */
export async function invoiceView(ctx: Ctx, invoice: Row<Invoice>) {
  const content = contentOf(invoice);
  const { currency } = invoice;
  return {
    ...content,
    number: invoice.number,
    status: invoice.status,
    customerName: content.customer.name,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    isOverdue: isOverdue(invoice, ctx.today),
    today: ctx.today,
    lines: invoiceLinesView(invoice),
    totals: totalsView(content.totals, currency),
    paid: money(invoice.paid, currency),
    balance: money(balance(invoice.gross, invoice.paid), currency),
    methods: methodsFor(ctx, invoice, content.bankDetails),
    payments: await paymentsView(ctx, invoice.id),
    pdfUrl: documentAddress(ctx, 'invoices', invoice.id),
  };
}

function methodsFor(ctx: Ctx, invoice: Row<Invoice>, bankDetails: readonly string[]): PaymentMethod[] {
  if (invoice.status !== 'OPEN') return [];
  return [
    ...(ctx.gateway === null ? [] : ['CARD' as const]),
    ...(bankDetails.length === 0 ? [] : ['BANK_TRANSFER' as const]),
    'CASH',
  ];
}

async function paymentsView(ctx: Ctx, invoiceId: string) {
  const payments = await ctx.load.paymentsOfInvoice.load(invoiceId);
  return Promise.all(
    payments.toReversed().map(async (payment) => ({
      method: payment.method,
      status: payment.status,
      amount: money(payment.amount, payment.currency),
      createdAt: payment.createdAt,
      confirmedAt: payment.confirmedAt,
      receiptNumber: (await ctx.load.receiptsOfPayment.load(payment.id))[0]?.number ?? null,
    })),
  );
}
