import Stripe from 'stripe';
import type { Checkout, CheckoutFact, CheckoutRequest, PaymentGateway } from '../ports.ts';
import { GatewayUnavailable } from '../ports.ts';
import { checkoutParams } from './stripe-checkout.ts';
import { factOfStanding } from './stripe-facts.ts';
import { readSignedEvent } from './stripe-events.ts';
import { asked } from './stripe-faults.ts';

export type StripeSettings = {
  secretKey: string;
  /** One secret, or several with commas between them while one takes over from another. */
  webhookSecret: string;
  /** Another host that speaks Stripe's API, as `http://127.0.0.1:12111`; Stripe's own when absent. */
  apiBase?: string | undefined;
};

/** One try; the SDK tries twice. `asked` cuts off both together before the customer has waited 10 s. */
const timeoutMs = 8000;

export function stripeGateway(settings: StripeSettings): PaymentGateway {
  const secrets = settings.webhookSecret
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
  if (secrets.length === 0) throw new Error('Stripe needs a webhook secret');
  const stripe = new Stripe(settings.secretKey, {
    ...(settings.apiBase === undefined ? {} : addressOf(settings.apiBase)),
    apiVersion: '2026-10-28.endive',
    timeout: timeoutMs,
    maxNetworkRetries: 1,
    telemetry: false,
    // The SDK's default client counts idle time only, so an answer that trickles would hold the customer for ever.
    httpClient: Stripe.createFetchHttpClient((url, init) => fetch(url, { ...init, redirect: 'manual' })),
  });
  return {
    startCheckout: async (request) => startCheckout(stripe, request),
    findCheckout: async (sessionId) => findCheckout(stripe, sessionId),
    expireCheckout: async (sessionId) => expireCheckout(stripe, sessionId),
    readEvent: (rawBody, signature, now) =>
      readSignedEvent(stripe.webhooks, secrets, { rawBody, signature, now }),
  };
}

function addressOf(apiBase: string): { host: string; port: number; protocol: 'http' | 'https' } {
  const { hostname, port, protocol } = new URL(apiBase);
  const plain = protocol === 'http:';
  return {
    host: hostname,
    port: port === '' ? (plain ? 80 : 443) : Number(port),
    protocol: plain ? 'http' : 'https',
  };
}

async function startCheckout(stripe: Stripe, request: CheckoutRequest): Promise<Checkout> {
  const params = checkoutParams(request);
  const options = { idempotencyKey: request.paymentId };
  const session = await asked(stripe.checkout.sessions.create(params, options));
  if (!session.id || !session.url || !session.expires_at)
    throw new GatewayUnavailable('Stripe opened a checkout without a page');
  return { sessionId: session.id, url: session.url, expiresAt: new Date(session.expires_at * 1000) };
}

async function findCheckout(stripe: Stripe, sessionId: string): Promise<CheckoutFact> {
  const session = await asked(stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent'] }));
  const fact = factOfStanding(session);
  if (!fact) throw new GatewayUnavailable(`Stripe reports an unknown state of ${sessionId}`);
  return fact;
}

async function expireCheckout(stripe: Stripe, sessionId: string): Promise<void> {
  try {
    await asked(stripe.checkout.sessions.expire(sessionId));
  } catch (error) {
    // Stripe refuses to close what is closed. Whether that was the reason, only the session itself says.
    if (error instanceof GatewayUnavailable) throw error;
    const { outcome } = await findCheckout(stripe, sessionId);
    if (outcome === 'OPEN') throw error;
  }
}
