import type { Ctx } from '../context.ts';
import type { CheckoutFact, DisputeFact, GatewayEvent, MoneyBack, RefundFact } from '../ports.ts';

/** What the provider says beyond an event: the payment that it is about, when we had not heard of it, and its refunds. */
export type Told = {
  payment: CheckoutFact | null;
  refunds: readonly RefundFact[];
  dispute: DisputeFact | null;
};

/** Asks for what an event only hints at, so that the order in which events come does not matter. Throws GatewayUnavailable. */
export async function factsAskedFor(ctx: Ctx, event: GatewayEvent): Promise<Told> {
  const { moneyBack } = event;
  const dispute = moneyBack?.kind === 'DISPUTE' ? moneyBack.dispute : null;
  const reported = moneyBack?.kind === 'REFUND' ? [moneyBack.refund] : [];
  const reference = moneyBack === null ? null : referenceOf(moneyBack);
  if (ctx.gateway === null || reference === null) return { payment: null, refunds: reported, dispute };
  const isKnown = event.fact?.outcome === 'PAID' || (await isConfirmed(ctx, reference));
  const payment = isKnown ? null : await ctx.gateway.findPayment(reference);
  const isOurs = isKnown || (payment !== null && payment.paymentId !== null);
  // What another till of the same account took is none of our business.
  if (!isOurs) return { payment: null, refunds: [], dispute: null };
  const refunds = moneyBack?.kind === 'REFUNDED' ? await ctx.gateway.refundsOf(reference) : reported;
  return { payment, refunds, dispute };
}

function referenceOf(moneyBack: MoneyBack): string | null {
  switch (moneyBack.kind) {
    case 'REFUND':
      return moneyBack.refund.reference;
    case 'REFUNDED':
      return moneyBack.reference;
    case 'DISPUTE':
      return moneyBack.dispute.reference;
  }
}

async function isConfirmed(ctx: Ctx, reference: string): Promise<boolean> {
  const row = await ctx.db.read
    .selectFrom('payment')
    .select('id')
    .where('reference', '=', reference)
    .where('method', '=', 'CARD')
    .where('status', '=', 'CONFIRMED')
    .executeTakeFirst();
  return row !== undefined;
}
