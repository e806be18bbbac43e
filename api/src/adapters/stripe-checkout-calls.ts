import type Stripe from 'stripe';
import { type Checkout, type CheckoutFact, GatewayUnavailable, type PaymentGateway } from '../ports.ts';
import { checkoutParams } from './stripe-checkout.ts';
import { factOfPayment, factOfStanding } from './stripe-facts.ts';
import { type Asked, GatewayMissing } from './stripe-faults.ts';

type Calls = Pick<
  PaymentGateway,
  'startCheckout' | 'findCheckout' | 'findCheckoutOf' | 'findPayment' | 'expireCheckout'
>;

const hour = 3_600_000;

/** What we ask Stripe about checkouts and the payments inside them. */
export function checkoutCalls(stripe: Stripe, asked: Asked): Calls {
  const findCheckout = async (sessionId: string): Promise<CheckoutFact> =>
    factOf(await asked(stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent'] })));
  return {
    findCheckout,
    startCheckout: async (request) => {
      const params = checkoutParams(request);
      const options = { idempotencyKey: request.paymentId };
      const session = await asked(stripe.checkout.sessions.create(params, options));
      if (!session.id || !session.url || !session.expires_at)
        throw new GatewayUnavailable('Stripe opened a checkout without a page');
      return checkoutOf(session);
    },
    findCheckoutOf: async (paymentId, begunAt) => {
      const session = await findSessionOf(stripe, asked, paymentId, begunAt);
      return session === null ? null : { checkout: checkoutOf(session), fact: factOf(session) };
    },
    findPayment: async (reference) => {
      try {
        return factOfPayment(await asked(stripe.paymentIntents.retrieve(reference)));
      } catch (error) {
        if (error instanceof GatewayMissing) return null;
        throw error;
      }
    },
    expireCheckout: async (sessionId) => {
      try {
        await asked(stripe.checkout.sessions.expire(sessionId));
      } catch (error) {
        // Stripe refuses to close what is closed. Whether that was the reason, only the session itself says.
        if (error instanceof GatewayUnavailable) throw error;
        const { outcome } = await findCheckout(sessionId);
        if (outcome === 'OPEN') throw error;
      }
    },
  };
}

function factOf(session: Stripe.Checkout.Session): CheckoutFact {
  const fact = factOfStanding(session);
  if (!fact) throw new GatewayUnavailable(`Stripe reports an unknown state of ${session.id}`);
  return fact;
}

const checkoutOf = (session: Stripe.Checkout.Session): Checkout => ({
  sessionId: session.id,
  url: session.url ?? '',
  expiresAt: new Date(session.expires_at * 1000),
});

/** Stripe finds sessions by the time they were made; ours is the one whose metadata names the payment. */
async function findSessionOf(
  stripe: Stripe,
  asked: Asked,
  paymentId: string,
  begunAt: Date,
): Promise<Stripe.Checkout.Session | null> {
  // Clocks differ, and a request that got no answer may have been repeated for a day.
  const created = {
    gte: Math.floor((begunAt.getTime() - hour) / 1000),
    lte: Math.ceil((begunAt.getTime() + 25 * hour) / 1000),
  };
  let after: string | undefined;
  for (;;) {
    const page = await asked(
      stripe.checkout.sessions.list({
        created,
        limit: 100,
        expand: ['data.payment_intent'],
        ...(after === undefined ? {} : { starting_after: after }),
      }),
    );
    const found = page.data.find(({ metadata }) => metadata?.['paymentId'] === paymentId);
    if (found !== undefined) return found;
    after = page.data.at(-1)?.id;
    if (!page.has_more || after === undefined) return null;
  }
}
