import { join } from 'node:path';
import { paths } from './layout.ts';
import { startMailInbox } from './mail/inbox.ts';
import type { MailInbox } from './mail/inbox.ts';
import { startStripeStandIn } from './stripe/stand-in.ts';
import type { StripeStandIn } from './stripe/stand-in.ts';

export type SandboxOptions = {
  /** The product's own origin, where the checkout pages are mounted. */
  publicUrl: string;
  /** Where checkouts, events and mails outlive a restart; memory alone when null. */
  dataDir: string | null;
  webhookSecret: string;
  stripeKey: string;
  /** Where events go, when the public URL does not lead back from this machine. */
  webhookUrl?: string;
};

export type Sandbox = {
  smtpUrl: string;
  stripeApiBase: string;
  stripe: StripeStandIn;
  mail: MailInbox;
  close(): Promise<void>;
};

/** Everything that the product needs from outside, for a machine without accounts: over real sockets, so no code path differs. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const origin = options.publicUrl.replace(/\/+$/u, '');
  const mail = await startMailInbox({ directory: options.dataDir && join(options.dataDir, 'mail') });
  const stripe = await startStripeStandIn({
    webhookUrl: options.webhookUrl ?? `${origin}/webhooks/stripe`,
    webhookSecret: options.webhookSecret.split(',')[0]?.trim() ?? '',
    secretKey: options.stripeKey,
    payUrl: `${origin}${paths.pay}`,
    file: options.dataDir && join(options.dataDir, 'stripe.jsonl'),
  });
  return {
    smtpUrl: mail.smtpUrl,
    stripeApiBase: stripe.apiBase,
    stripe,
    mail,
    close: async () => {
      await Promise.all([mail.close(), stripe.close()]);
    },
  };
}
