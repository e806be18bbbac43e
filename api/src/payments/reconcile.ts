import type { Ctx } from '../context.ts';
import { type Instant, later } from '../db/instant.ts';
import { failpoint } from '../failpoint.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { GatewayEvent, PaymentGateway } from '../ports.ts';
import { askEach } from './ask-each.ts';
import { checkCheckout } from './checkouts.ts';
import { settleDispute } from './settle-dispute.ts';
import { settleRefund } from './settle-refund-fact.ts';
import { keepStripeEvent } from './stripe-events.ts';

const day = 24 * 60 * 60_000;
/** For so long the provider lists its events. */
const longestMemory = 30 * day;
/** Read again each time: an event can appear in the list a little after its time. */
const overlap = 60 * 60_000;

/** Promises the reconciliation once for each key: at every start, and every day. */
export async function promiseReconciliation(ctx: Ctx, key: string): Promise<void> {
  if (ctx.gateway === null) return;
  const promised = await ctx.db.read
    .selectFrom('job')
    .select('id')
    .where('dedupeKey', '=', `reconcile:${key}`)
    .executeTakeFirst();
  if (promised !== undefined) return;
  await ctx.db.transaction(({ sql: query }) =>
    enqueue(ctx, query, {
      name: 'reconcile-provider',
      payload: { key },
      dedupeKey: `reconcile:${key}`,
    }),
  );
}

/**
 * Finds what webhooks lost. The provider's list of events goes through the same door as its messages, where an id that is known
 * changes nothing; then everything that is still open here is asked about, one by one.
 */
export async function reconcileProvider(ctx: Ctx, _job: { key: string }): Promise<void> {
  const { gateway } = ctx;
  if (gateway === null) return;
  const since = await readSince(ctx);
  for await (const event of gateway.eventsSince(new Date(since))) {
    await keepStripeEvent(ctx, event);
    // The account's events can be written for another version than ours: they are a hint to ask.
    if (event.foreign === 'VERSION') await askInstead(ctx, gateway, event);
  }
  failpoint('reconcile.after-events');
  await askAboutOpen(ctx, gateway);
  await ctx.db.transaction(({ sql: query }) =>
    query
      .insertInto('stripeCursor')
      .values({ id: 'events', readUntil: ctx.now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ readUntil: ctx.now }))
      .execute(),
  );
  ctx.nudge();
}

/** From where to read: a little before where the last reading ended; the first time, from the first card payment on. */
async function readSince(ctx: Ctx): Promise<Instant> {
  const earliest = later(ctx.now, -longestMemory);
  const cursor = await ctx.db.read
    .selectFrom('stripeCursor')
    .select('readUntil')
    .where('id', '=', 'events')
    .executeTakeFirst();
  const first = await ctx.db.read
    .selectFrom('payment')
    .select('createdAt')
    .where('method', '=', 'CARD')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const from = later(cursor?.readUntil ?? first?.createdAt ?? ctx.now, -overlap);
  return from > earliest ? from : earliest;
}

async function askInstead(ctx: Ctx, gateway: PaymentGateway, event: GatewayEvent): Promise<void> {
  if (event.live !== ctx.config.stripeLive || event.moneyBack === null) return;
  const { moneyBack } = event;
  if (moneyBack.kind === 'DISPUTE') return askAboutDispute(ctx, gateway, moneyBack.dispute.providerId);
  const reference = moneyBack.kind === 'REFUNDED' ? moneyBack.reference : moneyBack.refund.reference;
  if (reference !== null) await askAboutRefunds(ctx, gateway, reference);
}

/** Pages that may have been paid, refunds on their way, and disputes that are not decided. */
async function askAboutOpen(ctx: Ctx, gateway: PaymentGateway): Promise<void> {
  const payments = await ctx.db.read
    .selectFrom('payment')
    .select('id')
    .where('method', '=', 'CARD')
    .where('status', 'in', ['STARTED', 'PENDING'])
    .where('sessionId', 'is not', null)
    .execute();
  await askEach(ctx, gateway, payments, ({ id }) => checkCheckout(ctx, { paymentId: id }));
  const refunds = await ctx.db.read
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.paymentId')
    .select('payment.reference')
    .distinct()
    .where('refund.method', '=', 'CARD')
    .where('refund.status', '=', 'PENDING')
    .execute();
  await askEach(ctx, gateway, refunds, async ({ reference }) => {
    if (reference !== null) await askAboutRefunds(ctx, gateway, reference);
  });
  const disputes = await ctx.db.read
    .selectFrom('dispute')
    .select('providerId')
    .where('closedAt', 'is', null)
    .execute();
  await askEach(ctx, gateway, disputes, ({ providerId }) => askAboutDispute(ctx, gateway, providerId));
}

async function askAboutRefunds(ctx: Ctx, gateway: PaymentGateway, reference: string): Promise<void> {
  const facts = await gateway.refundsOf(reference);
  await ctx.db.transaction(async ({ sql: query }) => {
    for (const fact of facts) await settleRefund(ctx, query, fact);
  });
}

async function askAboutDispute(ctx: Ctx, gateway: PaymentGateway, providerId: string): Promise<void> {
  const fact = await gateway.findDispute(providerId);
  if (fact !== null) await ctx.db.transaction(({ sql: query }) => settleDispute(ctx, query, fact));
}
