import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { instant, later } from '../db/instant.ts';
import { balance } from '../domain/invoice.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import { contentOf } from '../invoices/invoice-views.ts';
import { enqueue } from '../outbox/outbox.ts';
import { type Checkout, GatewayRefused, GatewayUnavailable } from '../ports.ts';
import { invoiceOfLink } from '../portal/invoice-of-link.ts';
import { liveCardPayment } from './live-card-payment.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';

/**
 * Opens the provider's payment page. Three steps, because the network stands between them: our row is committed first,
 * its id is the provider's idempotency key, and the page's address is stored after the answer. A crash anywhere leaves
 * a row that the next call picks up; it never opens a second page for the same money. That is also why the client's
 * idempotency key need not be stored: the live row of the invoice is the stronger key.
 */
export async function startPayment(
  ctx: Ctx,
  invoiceNumber: string | null,
): Promise<{ url: string } | Refusal> {
  if (ctx.gateway === null) {
    return refuse(
      'METHOD_UNAVAILABLE',
      'Paying by card is not offered at the moment. Please choose another way to pay.',
    );
  }
  const invoice = await invoiceOfLink(ctx, invoiceNumber);
  const payment = await ctx.db.transaction(({ sql: query }) => liveCardPayment(ctx, query, invoice.id));
  if (isRefusal(payment)) return payment;
  if (payment.checkoutUrl !== null) return { url: payment.checkoutUrl };
  failpoint('checkout.before-call');
  const { quoteTitle, stageLabel, customer } = contentOf(invoice);
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
    const stored = await ctx.db.transaction(({ sql: query }) => storeCheckout(ctx, query, payment, checkout));
    failpoint('checkout.after-store');
    if (isRefusal(stored)) ctx.nudge();
    return stored;
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
      .where('sessionId', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return;
    await logStep(ctx, query, { payment, kind: 'PAYMENT_FAILED', actor: 'Stripe', note: refused.message });
  });
  return refuse(
    'METHOD_UNAVAILABLE',
    'This amount cannot be paid by card. Nothing was charged. Please choose another way to pay.',
  );
}

/** Of two calls that asked the provider at once, both got the same page; the first stores it, the second finds it. */
async function storeCheckout(
  ctx: Ctx,
  query: Sql,
  payment: Row<Payment>,
  checkout: Checkout,
): Promise<{ url: string } | Refusal> {
  const expiresAt = instant(checkout.expiresAt);
  const { numUpdatedRows } = await query
    .updateTable('payment')
    .set({ sessionId: checkout.sessionId, checkoutUrl: checkout.url, checkoutExpiresAt: expiresAt })
    .where('id', '=', payment.id)
    .where('sessionId', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await noteCheckout(ctx, query, payment, checkout);
  const invoice = await query
    .selectFrom('invoice')
    .selectAll()
    .where('id', '=', payment.invoiceId)
    .executeTakeFirstOrThrow();
  if (balance(invoice.gross, invoice.paid) === payment.amount) return { url: checkout.url };
  // While the provider was asked, somebody confirmed other money: this page would take it twice, so nobody is sent there.
  await enqueue(ctx, query, {
    name: 'expire-checkouts',
    payload: { invoiceId: invoice.id },
    dedupeKey: `expire-checkouts:${payment.id}`,
  });
  return refuse(
    'INVOICE_NOT_PAYABLE',
    'Money for this invoice arrived just now. Please load the page again to see what is left.',
  );
}

async function noteCheckout(ctx: Ctx, query: Sql, payment: Row<Payment>, checkout: Checkout): Promise<void> {
  const expiresAt = instant(checkout.expiresAt);
  await logStep(ctx, query, {
    payment,
    kind: 'CHECKOUT_STARTED',
    actor: 'Customer',
    reference: checkout.sessionId,
  });
  // Should the provider's message get lost, we ask.
  const check = { name: 'check-checkout' as const, payload: { paymentId: payment.id } };
  await enqueue(
    ctx,
    query,
    { ...check, dedupeKey: `check-checkout:${payment.id}:soon`, runAt: later(ctx.now, 10 * 60_000) },
    { ...check, dedupeKey: `check-checkout:${payment.id}:end`, runAt: later(expiresAt, 60_000) },
  );
}
