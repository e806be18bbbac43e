import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { startMailInbox } from '../../../api/src/sandbox/mail/inbox.ts';
import type { MailInbox } from '../../../api/src/sandbox/mail/inbox.ts';
import { sandboxPages } from '../../../api/src/sandbox/sandbox-pages.ts';
import { stripeWorld } from './stripe-world.ts';
import type { StripeWorld } from './stripe-world.ts';

export type SandboxSite = {
  world: StripeWorld;
  mail: MailInbox;
  app: FastifyInstance;
  close(): Promise<void>;
};

/** The pages as the product mounts them: on an app with a strict policy of its own. */
export async function sandboxSite(): Promise<SandboxSite> {
  const world = await stripeWorld();
  const mail = await startMailInbox({ directory: null });
  const app = fastify();
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'content-security-policy': "default-src 'self'", 'x-frame-options': 'DENY' });
  });
  await app.register(sandboxPages, { stripe: world.stripe, mail });
  return {
    world,
    mail,
    app,
    close: async () => {
      await app.close();
      await world.close();
      await mail.close();
    },
  };
}
