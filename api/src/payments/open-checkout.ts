import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { instant, later } from '../db/instant.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { failpoint } from '../failpoint.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { contentOf } from '../invoices/invoice-views.ts';
import { issuedOf } from '../invoices/issued.ts';
import { enqueue } from '../outbox/outbox.ts';
import { type Checkout, GatewayRefused, GatewayUnavailable, type PaymentGateway } from '../ports.ts';
import { logStep } from './log.ts';
import type { Payment } from './payment.entity.ts';

/** What came of asking for the page: its address, why not, or that nobody knows. */
export type Opened = { url: string } | Refusal;

/**
 * Asks the provider for the page of a payment and keeps its address. The payment's id is the provider's idempotency key, so
 * asking again after no answer gives the same page. Throws GatewayUnavailable when it is unknown what came of it; that is kept too.
 */
export async function openCheckout(
  ctx: Ctx,
  gateway: PaymentGateway,
  payment: Row<Payment>,
  invoice: Row<Invoice>,
): Promise<Opened> {
  const { subject, stage, customer } = contentOf(invoice);
  failpoint('checkout.before-call');
  try {
    const checkout = await gateway.startCheckout({
      paymentId: payment.id,
      invoiceId: invoice.id,
      invoiceNumber: issuedOf(invoice).number,
      description: stage === null ? subject : `${stage.label}: ${subject}`,
      amount: payment.amount,
      currency: payment.currency,
      customerEmail: customer.email,
      returnUrl: `${ctx.config.publicUrl}/i/?from=checkout`,
    });
    failpoint('checkout.after-call');
    const stored = await ctx.db.transaction(({ sql: query }) => storeCheckout(ctx, query, payment, checkout));
    failpoint('checkout.after-store');
    return stored;
  } catch (error) {
    if (error instanceof GatewayRefused) return giveUp(ctx, payment, error.message);
    if (error instanceof GatewayUnavailable) await keepUnknown(ctx, payment, error);
    throw error;
  }
}

/** We asked and do not know what came of it: the payment stays the one of this invoice until the provider has told. */
async function keepUnknown(ctx: Ctx, payment: Row<Payment>, error: Error): Promise<void> {
  ctx.log.warn({ err: error, paymentId: payment.id }, 'the payment provider did not answer');
  await ctx.db.transaction(async ({ sql: query }) => {
    const { numUpdatedRows } = await query
      .updateTable('payment')
      .set({ status: 'UNKNOWN' })
      .where('id', '=', payment.id)
      .where('status', '=', 'STARTED')
      .where('sessionId', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 1n)
      await logStep(ctx, query, { payment, kind: 'CHECKOUT_UNKNOWN', actor: 'System', note: error.message });
  });
}

/** The provider did nothing and never will for this row: it is closed, so that the next call starts afresh. */
export async function giveUp(ctx: Ctx, payment: Row<Payment>, failure: string): Promise<Refusal> {
  await ctx.db.transaction(async ({ sql: query }) => {
    const { numUpdatedRows } = await query
      .updateTable('payment')
      .set({ status: 'FAILED', failure })
      .where('id', '=', payment.id)
      .where('status', 'in', ['STARTED', 'UNKNOWN'])
      .where('sessionId', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return;
    await logStep(ctx, query, { payment, kind: 'PAYMENT_FAILED', actor: 'Stripe', note: failure });
  });
  return refuse(
    'METHOD_UNAVAILABLE',
    'This amount cannot be paid by card. Nothing was charged. Please choose another way to pay.',
  );
}

/** Of two calls that asked the provider at once, both got the same page; the first stores it, the second finds it. */
export async function storeCheckout(
  ctx: Ctx,
  query: Sql,
  payment: Row<Payment>,
  checkout: Checkout,
): Promise<Opened> {
  const expiresAt = instant(checkout.expiresAt);
  const { numUpdatedRows } = await query
    .updateTable('payment')
    .set({
      status: 'STARTED',
      sessionId: checkout.sessionId,
      checkoutUrl: checkout.url,
      checkoutExpiresAt: expiresAt,
    })
    .where('id', '=', payment.id)
    .where('status', 'in', ['STARTED', 'UNKNOWN'])
    .where('sessionId', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await noteCheckout(ctx, query, payment, checkout);
  const invoice = await query
    .selectFrom('invoice')
    .selectAll()
    .where('id', '=', payment.invoiceId)
    .executeTakeFirstOrThrow();
  if (invoice.balance === payment.amount) return { url: checkout.url };
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
    actor: ctx.actor.kind === 'link' ? 'Customer' : 'System',
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
