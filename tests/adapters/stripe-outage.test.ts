import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { stripeGateway } from '../../api/src/adapters/stripe.ts';
import { minor } from '../../api/src/domain/money.ts';
import { GatewayUnavailable, type PaymentGateway } from '../../api/src/ports.ts';
import { listening } from './support/listening.ts';
import { aRequest, stripeWorld, webhookSecret } from './support/stripe-world.ts';

const faults: [string, RequestListener][] = [
  ['answers 500', (_request, response) => response.writeHead(500).end('{"error":{"type":"api_error"}}')],
  ['answers 502 with nothing', (_request, response) => response.writeHead(502).end()],
  ['answers 503 with a web page', (_request, response) => response.writeHead(503).end('<h1>Sorry</h1>')],
  [
    'answers 409, because the same key is in use',
    (_request, response) =>
      response
        .writeHead(409)
        .end('{"error":{"type":"invalid_request_error","code":"idempotency_key_in_use"}}'),
  ],
  [
    'answers 429',
    (_request, response) => response.writeHead(429).end('{"error":{"type":"invalid_request_error"}}'),
  ],
  ['answers 200 with a web page', (_request, response) => response.writeHead(200).end('<h1>Welcome</h1>')],
  ['answers 200 with half of an object', (_request, response) => response.writeHead(200).end('{"id":"xx_')],
  ['redirects', (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['answers with an empty object', (_request, response) => response.writeHead(200).end('{}')],
  ['hangs up', (request) => request.socket.destroy()],
  ['never answers', () => undefined],
  ['trickles', (_request, response) => trickle((byte) => response.write(byte))],
];

const calls: [string, (gateway: PaymentGateway) => Promise<unknown>][] = [
  ['a page is opened', (gateway) => gateway.startCheckout(aRequest())],
  [
    'money is given back',
    (gateway) =>
      gateway.refund({
        refundId: 'our refund',
        paymentId: 'our payment',
        invoiceId: 'our invoice',
        reference: 'pi_1',
        amount: minor(100),
        currency: 'AUD',
      }),
  ],
  ['a page is closed', (gateway) => gateway.expireCheckout('cs_test_1')],
];

describe.concurrent('when Stripe is in trouble, we hear so within 10 seconds, and it is no refusal', () => {
  const cases = calls.flatMap(([when, call]) => faults.map(([how, fault]) => ({ when, call, how, fault })));
  // An empty object says of a page that was closed no less than Stripe's own answer does: nobody reads it.
  const heard = cases.filter(({ when, how }) => when !== 'a page is closed' || !how.includes('empty object'));
  it.concurrent.each(heard)('ST-01: $how while $when', { timeout: 12_000 }, async ({ call, fault }) => {
    const server = createServer(fault);
    const keys: unknown[] = [];
    server.on('request', ({ headers }) => keys.push(headers['idempotency-key']));
    const gateway = stripeGateway({
      secretKey: 'sk_test_sandbox',
      webhookSecret,
      apiBase: `http://${await listening(server)}`,
    });
    const begun = performance.now();
    await expect(call(gateway)).rejects.toBeInstanceOf(GatewayUnavailable);
    expect(performance.now() - begun).toBeLessThan(10_000);
    // Whatever the library tries again is the same request to Stripe.
    expect(new Set(keys).size).toBe(1);
    server.closeAllConnections();
    server.close();
  });
});

describe('when Stripe comes back', () => {
  it('ST-01: finds the page that Stripe opened before it hung up, and opens no second one', async () => {
    const world = await stripeWorld();
    const request = aRequest();
    world.stripe.controls.api = 'reset';
    await expect(world.gateway.startCheckout(request)).rejects.toBeInstanceOf(GatewayUnavailable);
    world.stripe.controls.api = 'normal';
    const { sessionId } = await world.gateway.startCheckout(request);
    expect(world.stripe.checkouts.list().map(({ session }) => session.id)).toEqual([sessionId]);
    await world.close();
  });

  it('ST-01: finds the refund that Stripe made before it hung up, and makes no second one', async () => {
    const world = await stripeWorld();
    const { sessionId } = await world.gateway.startCheckout(aRequest());
    world.stripe.checkouts.pay(sessionId);
    const reference = world.stripe.checkouts.find(sessionId)?.intent?.id ?? '';
    const request = {
      refundId: 'our refund',
      paymentId: 'our payment',
      invoiceId: 'our invoice',
      reference,
      amount: minor(100),
      currency: 'AUD',
    };
    world.stripe.controls.api = 'reset';
    await expect(world.gateway.refund(request)).rejects.toBeInstanceOf(GatewayUnavailable);
    world.stripe.controls.api = 'normal';
    const { providerId } = await world.gateway.refund(request);
    expect(world.stripe.moneyBack.refunds().map(({ id }) => id)).toEqual([providerId]);
    await world.close();
  });

  it('ST-01: closes a page that Stripe closed before it hung up, and says so', async () => {
    const world = await stripeWorld();
    const { sessionId } = await world.gateway.startCheckout(aRequest());
    world.stripe.controls.api = 'reset';
    await expect(world.gateway.expireCheckout(sessionId)).rejects.toBeInstanceOf(GatewayUnavailable);
    world.stripe.controls.api = 'normal';
    await world.gateway.expireCheckout(sessionId);
    expect(world.stripe.checkouts.find(sessionId)?.session.status).toBe('expired');
    await world.close();
  });

  it('ST-01: is unavailable, not refused, when nobody listens', async () => {
    const gateway = stripeGateway({
      secretKey: 'sk_test_sandbox',
      webhookSecret,
      apiBase: 'http://127.0.0.1:1',
    });
    await expect(gateway.findCheckout('cs_test_1')).rejects.toBeInstanceOf(GatewayUnavailable);
  });
});

/** A byte of a never-ending answer every tenth of a second, until the reader has gone. */
function trickle(write: (byte: string) => boolean): void {
  const timer = setInterval(() => write(' '), 100);
  setTimeout(() => clearInterval(timer), 11_000).unref();
}
