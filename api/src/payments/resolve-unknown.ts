import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { later } from '../db/instant.ts';
import { errorText } from '../error-text.ts';
import { GatewayUnavailable, type PaymentGateway } from '../ports.ts';
import { raise } from '../review/raise.ts';
import { askEach } from './ask-each.ts';
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
 * refunds that may have been made. When the provider is away it stops, to try again with the next sweep; one that it cannot
 * tell about keeps the others from nothing.
 */
export async function resolveUnknown(ctx: Ctx): Promise<void> {
  const { gateway } = ctx;
  if (gateway === null) return;
  const before = later(ctx.now, -patience);
  const payments = await ctx.db.read
    .selectFrom('payment')
    .select(['id', 'createdAt', 'invoiceId'])
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
    const untold = await askEach(ctx, gateway, payments, ({ id }) => resolvePayment(ctx, gateway, id));
    for (const { one, error } of untold) await tellOfUntold(ctx, one, error);
    // A refund has a job besides, which is put before a person when it is given up.
    await askEach(ctx, gateway, refunds, ({ id }) => sendRefund(ctx, { refundId: id }));
  } catch (error) {
    if (!(error instanceof GatewayUnavailable)) throw error;
  }
}

/** What the provider cannot tell about even when it is asked by metadata is for a person; it is asked about all the same. */
async function tellOfUntold(
  ctx: Ctx,
  payment: Pick<Row<Payment>, 'id' | 'createdAt' | 'invoiceId'>,
  error: Error,
): Promise<void> {
  if (payment.createdAt > later(ctx.now, -longestKey)) return;
  await ctx.db.transaction(({ sql: query }) =>
    raise(ctx, query, {
      kind: 'PAYMENT_FAILED',
      title: 'The payment provider cannot tell what became of a payment',
      explanation:
        'Its page was begun a day ago and more, and the provider does not say whether it was paid. Look there whether money came for this invoice, and tell the operator; it is asked about every minute all the same.',
      facts: [
        { label: 'Payment', sent: payment.id, approved: null },
        { label: 'Answer of the provider', sent: errorText(error), approved: null },
      ],
      dedupeKey: `payment-untold:${payment.id}`,
      invoiceId: payment.invoiceId,
      paymentId: payment.id,
    }),
  );
}

/** While the provider knows the key it is asked again under it; afterwards it is asked what it remembers of the payment. */
async function resolvePayment(ctx: Ctx, gateway: PaymentGateway, paymentId: string): Promise<void> {
  const payment = await ctx.db.read
    .selectFrom('payment')
    .selectAll()
    .where('id', '=', paymentId)
    .executeTakeFirstOrThrow();
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
