import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { instant, later } from '../db/instant.ts';
import { balance, type InvoiceContent } from '../domain/invoice.ts';
import { minor } from '../domain/money.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { enqueue } from '../outbox/outbox.ts';
import { type Checkout, GatewayRefused, GatewayUnavailable } from '../ports.ts';
import { invoiceOfLink } from '../portal/invoice-of-link.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';

/** A row whose page we never got to know: for so long the provider still knows the row's id as the key of its first try. */
const longestKey = 22 * 60 * 60_000;

/** The provider's page has to live at least this long to be worth sending somebody there. */
const shortestVisit = 5 * 60_000;

/**
 * Opens the provider's payment page. Three steps, because the network stands between them: our row is committed first,
 * its id is the provider's idempotency key, and the page's address is stored after the answer. A crash anywhere leaves
 * a row that the next call picks up; it never opens a second page for the same money. That is also why the client's
 * idempotency key need not be stored: the live row of the invoice is the stronger key.
 */
export async function startPayment(ctx: Ctx, invoiceNumber: string | null): Promise<{ url: string } | Refusal> {
  if (ctx.gateway === null) {
    return refuse('METHOD_UNAVAILABLE', 'Paying by card is not offered at the moment. Please choose another way to pay.');
  }
  const invoice = await invoiceOfLink(ctx, invoiceNumber);
  const payment = await ctx.db.transaction(({ sql: query }) => liveCardPayment(ctx, query, invoice.id));
  if (isRefusal(payment)) return payment;
  if (payment.checkoutUrl !== null) return { url: payment.checkoutUrl };
  failpoint('checkout.before-call');
  const { quoteTitle, stageLabel, customer } = JSON.parse(invoice.content) as InvoiceContent;
  try {
    const checkout = await ctx.gateway.startCheckout({
      paymentId: payment.id,
      invoiceId: invoice.id,
      invoiceNumber: invoice.number,
      description: `${stageLabel}: ${quoteTitle}`,
      amount: payment.amount,
      currency: payment.currency,
      customerEmail: customer.email,
      returnUrl: `${ctx.config.publicUrl}/i/?from=checkout`,
    });
    failpoint('checkout.after-call');
    await ctx.db.transaction(({ sql: query }) => storeCheckout(ctx, query, payment, checkout));
    failpoint('checkout.after-store');
    return { url: checkout.url };
  } catch (error) {
    if (error instanceof GatewayRefused) return giveUp(ctx, payment, error);
    if (!(error instanceof GatewayUnavailable)) throw error;
    ctx.log.warn({ err: error, paymentId: payment.id }, 'the payment provider did not answer');
    return refuse(
      'PROVIDER_UNAVAILABLE',
      'The payment page could not be opened. Nothing was charged. Please try again in a few minutes or choose another way to pay.',
    );
  }
}

/** The provider did nothing and never will for this row: it is closed, so that the next call starts afresh. */
async function giveUp(ctx: Ctx, payment: Row<Payment>, refused: GatewayRefused): Promise<Refusal> {
  await ctx.db.transaction(async ({ sql: query }) => {
    const { numUpdatedRows } = await query
      .updateTable('payment')
      .set({ status: 'FAILED', failure: refused.message })
      .where('id', '=', payment.id)
      .where('status', '=', 'STARTED')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return;
    await logStep(ctx, query, { payment, kind: 'PAYMENT_FAILED', actor: 'Stripe', note: refused.message });
  });
  return refuse('METHOD_UNAVAILABLE', 'This amount cannot be paid by card. Nothing was charged. Please choose another way to pay.');
}

/** The one card payment of the invoice that is under way, or a new one for what is open now. */
async function liveCardPayment(ctx: Ctx, query: Sql, invoiceId: string): Promise<Row<Payment> | Refusal> {
  const invoice = await query.selectFrom('invoice').selectAll().where('id', '=', invoiceId).executeTakeFirstOrThrow();
  if (invoice.status !== 'OPEN') {
    return refuse('INVOICE_NOT_PAYABLE', 'This invoice is paid. There is nothing left to pay.');
  }
  const live = await query
    .selectFrom('payment')
    .selectAll()
    .where('invoiceId', '=', invoiceId)
    .where('method', '=', 'CARD')
    .where('status', 'in', ['STARTED', 'PENDING'])
    .executeTakeFirst();
  if (live?.status === 'PENDING') {
    return refuse('PAYMENT_IN_PROGRESS', 'A payment by card is on its way. Your bank can take a few days; we write as soon as it has arrived.');
  }
  if (live !== undefined && isWorthVisiting(ctx, live, invoice)) return live;
  if (live !== undefined) {
    await query.updateTable('payment').set({ status: 'EXPIRED' }).where('id', '=', live.id).execute();
    await logStep(ctx, query, { payment: live, kind: 'CHECKOUT_EXPIRED', actor: 'System' });
  }
  return newCardPayment(ctx, query, invoice);
}

function isWorthVisiting(ctx: Ctx, payment: Row<Payment>, invoice: Row<Invoice>): boolean {
  const sameAmount = payment.amount === balance(invoice.gross, invoice.paid);
  const alive =
    payment.checkoutExpiresAt === null
      ? payment.createdAt > later(ctx.now, -longestKey)
      : payment.checkoutExpiresAt > later(ctx.now, shortestVisit);
  return sameAmount && alive;
}

async function newCardPayment(ctx: Ctx, query: Sql, invoice: Row<Invoice>): Promise<Row<Payment>> {
  const payment: Row<Payment> = {
    id: ctx.ids.id(),
    invoiceId: invoice.id,
    method: 'CARD',
    status: 'STARTED',
    amount: balance(invoice.gross, invoice.paid),
    currency: invoice.currency,
    allocated: minor(0),
    sessionId: null,
    checkoutUrl: null,
    checkoutExpiresAt: null,
    reference: null,
    failure: null,
    receivedOn: null,
    createdAt: ctx.now,
    confirmedAt: null,
    confirmedBy: null,
  };
  await query.insertInto('payment').values(payment).execute();
  return payment;
}

/** Of two calls that asked the provider at once, both got the same page; the first stores it, the second finds it. */
async function storeCheckout(ctx: Ctx, query: Sql, payment: Row<Payment>, checkout: Checkout): Promise<void> {
  const expiresAt = instant(checkout.expiresAt);
  const { numUpdatedRows } = await query
    .updateTable('payment')
    .set({ sessionId: checkout.sessionId, checkoutUrl: checkout.url, checkoutExpiresAt: expiresAt })
    .where('id', '=', payment.id)
    .where('sessionId', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return;
  await logStep(ctx, query, { payment, kind: 'CHECKOUT_STARTED', actor: 'Customer', reference: checkout.sessionId });
  // Should the provider's message get lost, we ask.
  const check = { name: 'check-checkout' as const, payload: { paymentId: payment.id } };
  await enqueue(
    ctx,
    query,
    { ...check, dedupeKey: `check-checkout:${payment.id}:soon`, runAt: later(ctx.now, 10 * 60_000) },
    { ...check, dedupeKey: `check-checkout:${payment.id}:end`, runAt: later(expiresAt, 60_000) },
  );
}
