import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { later } from '../db/instant.ts';
import { GatewayUnavailable, type PaymentGateway } from '../ports.ts';
import { longestKey } from './live-card-payment.ts';
import { giveUp, openCheckout, storeCheckout } from './open-checkout.ts';
import type { Payment } from './payment.entity.ts';
import { sendRefund } from './send-refund.ts';
import { settle } from './settle.ts';

/** A try that is younger may still get its answer. */
const patience = 2 * 60_000;
const atOnce = 50;

/**
 * Finds out what became of everything that was asked of the provider and never answered: pages that may have been opened,
 * refunds that may have been made. At the first silence it stops, to try again with the next sweep.
 */
export async function resolveUnknown(ctx: Ctx): Promise<void> {
  const { gateway } = ctx;
  if (gateway === null) return;
  const before = later(ctx.now, -patience);
  const payments = await ctx.db.read
    .selectFrom('payment')
    .selectAll()
    .where('method', '=', 'CARD')
    .where('status', 'in', ['STARTED', 'UNKNOWN'])
    .where('sessionId', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('id')
    .limit(atOnce)
    .execute();
  const refunds = await ctx.db.read
    .selectFrom('refund')
    .select('id')
    .where('method', '=', 'CARD')
    .where('status', '=', 'PENDING')
    .where('providerId', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('id')
    .limit(atOnce)
    .execute();
  try {
    for (const payment of payments) await resolvePayment(ctx, gateway, payment);
    for (const { id } of refunds) await sendRefund(ctx, { refundId: id });
  } catch (error) {
    if (!(error instanceof GatewayUnavailable)) throw error;
  }
}

/** While the provider knows the key it is asked again under it; afterwards it is asked what it remembers of the payment. */
async function resolvePayment(ctx: Ctx, gateway: PaymentGateway, payment: Row<Payment>): Promise<void> {
  if (payment.createdAt <= later(ctx.now, -longestKey)) return recall(ctx, gateway, payment);
  const invoice = await ctx.load.invoice.load(payment.invoiceId);
  await openCheckout(ctx, gateway, payment, invoice);
  ctx.nudge();
}

async function recall(ctx: Ctx, gateway: PaymentGateway, payment: Row<Payment>): Promise<void> {
  const found = await gateway.findCheckoutOf(payment.id, new Date(payment.createdAt));
  if (found === null) {
    await giveUp(ctx, payment, 'The payment page was never opened.');
    return;
  }
  await ctx.db.transaction(async ({ sql: query }) => {
    await storeCheckout(ctx, query, payment, found.checkout);
    await settle(ctx, query, found.fact, `checkout:${found.checkout.sessionId}`);
  });
  ctx.nudge();
}

/** The same for the one invoice that somebody wants to pay now. Throws GatewayUnavailable. */
export async function resolveForgotten(ctx: Ctx, gateway: PaymentGateway, invoiceId: string): Promise<void> {
  const forgotten = await ctx.db.read
    .selectFrom('payment')
    .selectAll()
    .where('invoiceId', '=', invoiceId)
    .where('method', '=', 'CARD')
    .where('status', 'in', ['STARTED', 'UNKNOWN'])
    .where('sessionId', 'is', null)
    .where('createdAt', '<=', later(ctx.now, -longestKey))
    .executeTakeFirst();
  if (forgotten !== undefined) await recall(ctx, gateway, forgotten);
}
