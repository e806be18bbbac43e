import type { Ctx } from '../context.ts';
import { settle } from './settle.ts';

/** Asks the provider how a checkout stands, for the case that its message got lost. */
export async function checkCheckout(ctx: Ctx, { paymentId }: { paymentId: string }): Promise<void> {
  const payment = await ctx.db.read.selectFrom('payment').selectAll().where('id', '=', paymentId).executeTakeFirst();
  if (ctx.gateway === null || payment?.sessionId == null) return;
  if (payment.status !== 'STARTED' && payment.status !== 'PENDING') return;
  const fact = await ctx.gateway.findCheckout(payment.sessionId);
  await ctx.db.transaction(({ sql: query }) => settle(ctx, query, fact, `checkout:${payment.sessionId}`));
  ctx.nudge();
}

/** Closes pages of the provider that are still open for an invoice that is paid. */
export async function expireCheckouts(ctx: Ctx, { invoiceId }: { invoiceId: string }): Promise<void> {
  const { gateway } = ctx;
  if (gateway === null) return;
  const open = await ctx.db.read
    .selectFrom('payment')
    .select('sessionId')
    .where('invoiceId', '=', invoiceId)
    .where('status', '=', 'STARTED')
    .where('sessionId', 'is not', null)
    .execute();
  // The provider answers with its own event, which moves the payment to EXPIRED.
  for (const { sessionId } of open) if (sessionId !== null) await gateway.expireCheckout(sessionId);
}
