import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { later } from '../db/instant.ts';
import { minor } from '../domain/money.ts';
import { failpoint } from '../failpoint.ts';
import { enqueue } from '../outbox/outbox.ts';
import { GatewayRefused, type RefundFact } from '../ports.ts';
import type { Refund } from './refund.entity.ts';
import { fellThrough } from './settle-refund.ts';
import { settleRefund } from './settle-refund-fact.ts';

/** For so long the provider surely knows the refund's id as a key; it forgets keys after 24 hours. */
const longestKey = 22 * 60 * 60_000;

/** Promises to ask the provider, in the transaction that takes the money out of the book. */
export const sendLater = (ctx: Ctx, query: Sql, refund: Pick<Row<Refund>, 'id'>): Promise<void> =>
  enqueue(ctx, query, {
    name: 'send-refund',
    payload: { refundId: refund.id },
    dedupeKey: `send-refund:${refund.id}`,
  });

/**
 * Asks the provider to give the money back. No answer means unknown: the job runs again under the same key, and once the
 * provider may have forgotten the key it is asked first whether it knows the refund.
 */
export async function sendRefund(ctx: Ctx, { refundId }: { refundId: string }): Promise<void> {
  const refund = await ctx.db.read
    .selectFrom('refund')
    .selectAll()
    .where('id', '=', refundId)
    .executeTakeFirstOrThrow();
  if (ctx.gateway === null || refund.status !== 'PENDING' || refund.method !== 'CARD') return;
  const { reference } = await ctx.db.read
    .selectFrom('payment')
    .select('reference')
    .where('id', '=', refund.paymentId)
    .executeTakeFirstOrThrow();
  failpoint('refund.before-call');
  const fact = await asked(ctx, refund, reference ?? '');
  failpoint('refund.after-call');
  await ctx.db.transaction(async ({ sql: query }) => {
    if ('status' in fact) return void (await settleRefund(ctx, query, fact));
    const now = await query
      .selectFrom('refund')
      .selectAll()
      .where('id', '=', refundId)
      .executeTakeFirstOrThrow();
    if (now.status === 'PENDING') await fellThrough(ctx, query, now, { by: 'Stripe', failure: fact.refused });
  });
  ctx.nudge();
}

async function asked(
  ctx: Ctx,
  refund: Row<Refund>,
  reference: string,
): Promise<RefundFact | { refused: string }> {
  if (ctx.gateway === null) throw new Error('There is no provider');
  const isKnown = refund.providerId !== null || refund.createdAt < later(ctx.now, -longestKey);
  if (isKnown) {
    const found = (await ctx.gateway.refundsOf(reference)).find(
      (fact) => fact.refundId === refund.id || fact.providerId === refund.providerId,
    );
    if (found !== undefined) return found;
  }
  try {
    return await ctx.gateway.refund({
      refundId: refund.id,
      paymentId: refund.paymentId,
      invoiceId: refund.invoiceId,
      reference,
      amount: minor(refund.amount),
      currency: refund.currency,
    });
  } catch (error) {
    if (error instanceof GatewayRefused) return { refused: error.message };
    throw error;
  }
}
