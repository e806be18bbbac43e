import type Stripe from 'stripe';
import { type GatewayEvent, GatewayUnavailable, type PaymentGateway, type RefundRequest } from '../ports.ts';
import { toStripeAmount } from './stripe-amount.ts';
import { gatewayEvent } from './stripe-events.ts';
import { type Asked, GatewayMissing } from './stripe-faults.ts';
import { disputeFact, refundFact } from './stripe-money-back.ts';

type Calls = Pick<PaymentGateway, 'refund' | 'refundsOf' | 'findDispute' | 'eventsSince'>;

/** What we ask Stripe about money that goes back, and about what it told us while we did not listen. */
export function moneyBackCalls(stripe: Stripe, asked: Asked): Calls {
  return {
    refund: async (request) => {
      const options = { idempotencyKey: request.refundId };
      const fact = refundFact(await asked(stripe.refunds.create(refundParams(request), options)));
      if (fact === null)
        throw new GatewayUnavailable(`Stripe reports an unknown state of ${request.refundId}`);
      return fact;
    },
    refundsOf: async (reference) => {
      const page = await asked(stripe.refunds.list({ payment_intent: reference, limit: 100 }));
      return page.data.map(refundFact).filter((fact) => fact !== null);
    },
    findDispute: async (providerId) => {
      try {
        return disputeFact(await asked(stripe.disputes.retrieve(providerId)));
      } catch (error) {
        if (error instanceof GatewayMissing) return null;
        throw error;
      }
    },
    eventsSince: (since) => eventsSince(stripe, asked, since),
  };
}

function refundParams(request: RefundRequest): Stripe.RefundCreateParams {
  return {
    payment_intent: request.reference,
    amount: toStripeAmount(request.amount, request.currency),
    reason: 'requested_by_customer',
    metadata: {
      refundId: request.refundId,
      paymentId: request.paymentId,
      invoiceId: request.invoiceId,
    },
  };
}

/** Stripe lists the newest first; they are read to the end before the first is told, so that none is missed by a fault in between. */
async function* eventsSince(stripe: Stripe, asked: Asked, since: Date): AsyncGenerator<GatewayEvent> {
  const created = { gte: Math.floor(since.getTime() / 1000) };
  const events: GatewayEvent[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await asked(
      stripe.events.list({ created, limit: 100, ...(after === undefined ? {} : { starting_after: after }) }),
    );
    events.push(...page.data.map(gatewayEvent).filter((event) => event !== null));
    after = page.data.at(-1)?.id;
    if (!page.has_more || after === undefined) break;
  }
  yield* events.toReversed();
}
