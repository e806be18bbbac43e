import type { FastifyInstance } from 'fastify';
import type { Instance } from '../context.ts';
import { systemContext } from '../context.ts';
import { keepStripeEvent } from '../payments/stripe-events.ts';

/** POST /webhooks/stripe: verify on the raw bytes, keep, promise the work, answer. An error of ours is a 5xx, so that it is sent again. */
export async function stripeWebhook(app: FastifyInstance, instance: Instance): Promise<void> {
  await app.register(async (scope) => {
    // The signature is over the bytes as they came: parsing them first would lose it.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post('/webhooks/stripe', async (request, reply) => {
      const signature = request.headers['stripe-signature'];
      const event =
        instance.gateway !== null && typeof signature === 'string' && Buffer.isBuffer(request.body)
          ? instance.gateway.readEvent(request.body, signature, instance.clock.now())
          : null;
      if (event === null) return reply.code(400).send({ error: 'The signature is not valid.' });
      await keepStripeEvent(await systemContext(instance, request.id), event);
      return { received: true };
    });
  });
}
