import { stripeGateway } from '../../../api/src/adapters/stripe.ts';
import { systemIds } from '../../../api/src/adapters/system.ts';
import { minor } from '../../../api/src/domain/money.ts';
import type { CheckoutRequest, GatewayEvent, PaymentGateway } from '../../../api/src/ports.ts';
import { startStripeStandIn } from '../../../api/src/sandbox/stripe/stand-in.ts';
import type { StripeStandIn, StripeStandInOptions } from '../../../api/src/sandbox/stripe/stand-in.ts';
import { startReceiver } from './receiver.ts';
import type { Received, Receiver } from './receiver.ts';

export const webhookSecret = 'whsec_test_of_the_adapters';

export type StripeWorld = {
  stripe: StripeStandIn;
  gateway: PaymentGateway;
  webhook: Receiver;
  /** The events that came so far, once there are that many. */
  events(number: number): Promise<(GatewayEvent | null)[]>;
  close(): Promise<void>;
};

/** The real SDK, the stand-in and a webhook, all over sockets. */
export async function stripeWorld(options: Partial<StripeStandInOptions> = {}): Promise<StripeWorld> {
  const webhook = await startReceiver();
  const stripe = await startStripeStandIn({
    webhookUrl: webhook.url,
    webhookSecret,
    secretKey: 'sk_test_sandbox',
    payUrl: 'http://127.0.0.1:4000/sandbox/stripe/pay',
    file: null,
    retryDelaysMs: [1, 1, 1],
    ...options,
  });
  const gateway = stripeGateway({ secretKey: 'sk_test_sandbox', webhookSecret, apiBase: stripe.apiBase });
  return {
    stripe,
    gateway,
    webhook,
    events: async (number) => (await webhook.count(number)).map((received) => read(gateway, received)),
    close: async () => {
      await stripe.close();
      await webhook.close();
    },
  };
}

export function read(
  gateway: PaymentGateway,
  { body, signature }: Received,
  now = new Date(),
): GatewayEvent | null {
  return gateway.readEvent(body, signature, now);
}

export function aRequest(changes: Partial<CheckoutRequest> = {}): CheckoutRequest {
  return {
    paymentId: systemIds.id(),
    invoiceId: systemIds.id(),
    invoiceNumber: 'INV-2026-0001',
    description: 'Website migration, stage 1 of 3: Deposit',
    amount: minor(112_470),
    currency: 'AUD',
    customerEmail: 'ana@silvadental.example',
    returnUrl: 'http://127.0.0.1:4000/i/?from=checkout',
    ...changes,
  };
}
