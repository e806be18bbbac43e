import { fastify } from 'fastify';
import { sandboxPages } from '../../../api/src/sandbox/sandbox-pages.ts';
import { type Sandbox, startSandbox } from '../../../api/src/sandbox/start-sandbox.ts';
import { freePort } from '../../support/postgres.ts';

export type SharedSandbox = {
  url: string;
  sandbox: Sandbox;
  env: Record<string, string>;
  close(): Promise<void>;
};

/**
 * Mail server and payment provider for several processes, outside of all of them and on an origin of their own, as the
 * real ones are. `webhookUrl` is the process that gets the events.
 */
export async function openSandbox(webhookUrl: string): Promise<SharedSandbox> {
  const url = `http://localhost:${await freePort()}`;
  const stripeKey = 'sk_test_journeys';
  const webhookSecret = 'whsec_journeys';
  const sandbox = await startSandbox({ publicUrl: url, dataDir: null, webhookSecret, stripeKey, webhookUrl });
  const pages = fastify();
  await pages.register(sandboxPages, sandbox);
  await pages.listen({ port: Number(new URL(url).port), host: '127.0.0.1' });
  return {
    url,
    sandbox,
    env: {
      SMTP_URL: sandbox.smtpUrl,
      MAIL_FROM: 'Harbour & Pine <hello@harbourpine.example>',
      STRIPE_SECRET_KEY: stripeKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_BASE: sandbox.stripeApiBase,
      SESSION_SECRET: 'the-secret-of-both-processes-0123456789',
    },
    close: async () => {
      await pages.close();
      await sandbox.close();
    },
  };
}
