import { createServer } from 'node:https';
import { describe, expect, it } from 'vitest';
import { stripeGateway } from '../../api/src/adapters/stripe.ts';
import { readConfig } from '../../api/src/config.ts';
import { OperatorProblem } from '../../api/src/operator-problem.ts';
import { GatewayUnavailable } from '../../api/src/ports.ts';
import { selfSigned } from './support/self-signed.ts';
import { aRequest } from './support/stripe-world.ts';

const withSecret = (STRIPE_WEBHOOK_SECRET: string | undefined) =>
  readConfig({
    STRIPE_SECRET_KEY: 'sk_test_x',
    ...(STRIPE_WEBHOOK_SECRET === undefined ? {} : { STRIPE_WEBHOOK_SECRET }),
  });

describe('WH-04: the webhook’s secret', () => {
  it.each([
    undefined,
    '',
    '   ',
    ',',
    'whsec_',
    'whsec_a,',
    'whsec_a, ,whsec_b',
    'whsec_a whsec_b',
    'secret',
  ])('is not taken as %j: the server refuses to start', (secret) => {
    expect(() => withSecret(secret)).toThrow(OperatorProblem);
  });

  it.each(['whsec_a', 'whsec_new,whsec_old', ' whsec_new , whsec_old '])('is taken as %j', (secret) => {
    expect(withSecret(secret).STRIPE_WEBHOOK_SECRET).toBe(secret);
  });
});

describe('ST-05: a provider’s name that leads to a private address', () => {
  it('is not believed: the certificate is not the provider’s, and no secret is sent', async () => {
    const seen: string[] = [];
    const server = createServer(selfSigned, (request, response) => {
      seen.push(request.headers.authorization ?? '');
      response.end('{}');
    });
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      }),
    );
    const gateway = stripeGateway({
      secretKey: 'sk_test_secret',
      webhookSecret: 'whsec_x',
      apiBase: `https://127.0.0.1:${port}`,
    });
    await expect(gateway.startCheckout(aRequest())).rejects.toBeInstanceOf(GatewayUnavailable);
    expect(gateway.health()).toBe('UNAVAILABLE');
    expect(seen).toEqual([]);
    server.close();
  });
});
