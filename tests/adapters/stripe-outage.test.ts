import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { stripeGateway } from '../../api/src/adapters/stripe.ts';
import { GatewayUnavailable } from '../../api/src/ports.ts';
import { listening } from './support/listening.ts';
import { aRequest, stripeWorld, webhookSecret } from './support/stripe-world.ts';

describe.concurrent('when Stripe is in trouble, the customer hears so within 10 seconds', () => {
  it.concurrent.each<[string, RequestListener]>([
    ['answers 500', (_request, response) => response.writeHead(500).end('{"error":{"type":"api_error"}}')],
    ['answers 503 with a web page', (_request, response) => response.writeHead(503).end('<h1>Sorry</h1>')],
    [
      'answers 429',
      (_request, response) => response.writeHead(429).end('{"error":{"type":"invalid_request_error"}}'),
    ],
    ['answers 200 with a web page', (_request, response) => response.writeHead(200).end('<h1>Welcome</h1>')],
    ['redirects', (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['answers with an empty object', (_request, response) => response.writeHead(200).end('{}')],
    ['hangs up', (request) => request.socket.destroy()],
    ['never answers', () => undefined],
    ['trickles', (_request, response) => trickle((byte) => response.write(byte))],
  ])('%s', { timeout: 12_000 }, async (_name, listener) => {
    const server = createServer(listener);
    const gateway = stripeGateway({
      secretKey: 'sk_test_sandbox',
      webhookSecret,
      apiBase: `http://${await listening(server)}`,
    });
    const begun = performance.now();
    await expect(gateway.startCheckout(aRequest())).rejects.toBeInstanceOf(GatewayUnavailable);
    expect(performance.now() - begun).toBeLessThan(10_000);
    server.closeAllConnections();
    server.close();
  });
});

describe('when Stripe comes back', () => {
  it('finds the page that Stripe opened before it hung up, and opens no second one', async () => {
    const world = await stripeWorld();
    const request = aRequest();
    world.stripe.controls.api = 'reset';
    await expect(world.gateway.startCheckout(request)).rejects.toBeInstanceOf(GatewayUnavailable);
    world.stripe.controls.api = 'normal';
    const { sessionId } = await world.gateway.startCheckout(request);
    expect(world.stripe.checkouts.list().map(({ session }) => session.id)).toEqual([sessionId]);
    await world.close();
  });

  it('is unavailable, not refused, when nobody listens', async () => {
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
