import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { later } from '../db/instant.ts';
import { enqueue } from '../outbox/outbox.ts';
import { raise } from '../review/raise.ts';
import { askEach } from './ask-each.ts';
import type { Payment } from './payment.entity.ts';
import { settle } from './settle.ts';

const day = 24 * 60 * 60_000;
/** Longer than any bank takes for a debit: after this a person asks the provider. */
const longestDebit = 14 * day;

/**
 * Asks the provider how a checkout stands, for the case that its message got lost. Also one that we gave up: it may have
 * been paid in another tab. Money that is on its way is asked about every day until it is there.
 */
export async function checkCheckout(ctx: Ctx, { paymentId }: { paymentId: string }): Promise<void> {
  const payment = await ctx.db.read
    .selectFrom('payment')
    .selectAll()
    .where('id', '=', paymentId)
    .executeTakeFirst();
  if (ctx.gateway === null || payment?.sessionId == null || payment.status === 'CONFIRMED') return;
  const fact = await ctx.gateway.findCheckout(payment.sessionId);
  await ctx.db.transaction(async ({ sql: query }) => {
    await settle(ctx, query, fact, `checkout:${payment.sessionId}`);
    if (fact.outcome === 'PENDING') await askAgain(ctx, query, payment);
  });
  ctx.nudge();
}

async function askAgain(ctx: Ctx, query: Sql, payment: Row<Payment>): Promise<void> {
  if (ctx.now < later(payment.createdAt, longestDebit)) {
    return enqueue(ctx, query, {
      name: 'check-checkout',
      payload: { paymentId: payment.id },
      dedupeKey: `check-checkout:${payment.id}:${ctx.today}`,
      runAt: later(ctx.now, day),
    });
  }
  await raise(ctx, query, {
    kind: 'PAYMENT_FAILED',
    title: 'A payment has been on its way for two weeks',
    explanation:
      'The provider still calls it pending. Look there what became of it, and talk to the customer.',
    facts: [{ label: 'Checkout', sent: payment.sessionId, approved: null }],
    dedupeKey: `payment-pending:${payment.id}`,
    invoiceId: payment.invoiceId,
    paymentId: payment.id,
  });
}

/**
 * Closes pages of the provider that ask for more or less than what is open on the invoice. A page that startPayment has
 * given up may still be open in a tab, so those are closed as well; closing twice does no harm. One that the provider cannot
 * tell about keeps none of the others open; the job is run again for it, and at last put before a person.
 */
export async function expireCheckouts(ctx: Ctx, { invoiceId }: { invoiceId: string }): Promise<void> {
  const { gateway } = ctx;
  if (gateway === null) return;
  const invoice = await ctx.load.invoice.load(invoiceId);
  const open = await ctx.db.read
    .selectFrom('payment')
    .select('sessionId')
    .where('invoiceId', '=', invoiceId)
    .where('status', 'in', ['STARTED', 'UNKNOWN', 'EXPIRED'])
    .where('amount', '!=', invoice.balance)
    .where('sessionId', 'is not', null)
    .execute();
  // The provider answers with its own event, which moves the payment to EXPIRED.
  const [first] = await askEach(ctx, gateway, open, async ({ sessionId }) => {
    if (sessionId !== null) await gateway.expireCheckout(sessionId);
  });
  if (first !== undefined) throw first.error;
}
