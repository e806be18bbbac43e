import Stripe from 'stripe';
import type { PaymentGateway } from '../ports.ts';
import { checkoutCalls } from './stripe-checkout-calls.ts';
import { readSignedEvent } from './stripe-events.ts';
import { askedWith } from './stripe-faults.ts';
import { healthRecord } from './stripe-health.ts';
import { moneyBackCalls } from './stripe-money-back-calls.ts';
import { apiVersion } from './stripe-version.ts';

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
    apiVersion,
    timeout: timeoutMs,
    maxNetworkRetries: 1,
    telemetry: false,
    // The SDK's default client counts idle time only, so an answer that trickles would hold the customer for ever.
    httpClient: Stripe.createFetchHttpClient((url, init) => fetch(url, { ...init, redirect: 'manual' })),
  });
  const health = healthRecord();
  const asked = askedWith(health);
  return {
    ...checkoutCalls(stripe, asked),
    ...moneyBackCalls(stripe, asked),
    readEvent: (rawBody, signature, now) =>
      readSignedEvent(stripe.webhooks, secrets, { rawBody, signature, now }),
    health: health.current,
    checkHealth: async () => {
      // With the right that taking cards needs: a key that may only read other things does not help.
      await asked(stripe.checkout.sessions.list({ limit: 1 })).catch(() => undefined);
      return health.current();
    },
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
