import { createFileCleaner } from './adapters/file-cleaner.ts';
import { smtpMailer } from './adapters/smtp.ts';
import { stripeGateway } from './adapters/stripe.ts';
import { createPdfRenderer } from './adapters/pdf.ts';
import { ed25519Signer } from './adapters/signing-key.ts';
import { systemClock, systemIds } from './adapters/system.ts';
import type { Config } from './config.ts';
import type { Instance } from './context.ts';
import { damaged } from './db/damage.ts';
import { openDatabase } from './db/database.ts';
import { inspect } from './db/inspect.ts';
import { createLogger } from './logger.ts';
import { endWith } from './operator-problem.ts';
import { paths } from './paths.ts';
import type { Sandbox } from './sandbox/start-sandbox.ts';
import { readSecrets } from './secrets.ts';

/** What a running copy needs from outside, and how to let go of it. */
export type Outside = { ports: Omit<Instance, 'nudge'>; sandbox: Sandbox | null; close(): Promise<void> };

const sandboxKey = 'sk_test_sandbox';

/** Opens everything that is outside of us: database, mail server, payment provider, printer; or their stand-ins. */
export async function openOutside(config: Config): Promise<Outside> {
  inspect(config.DATABASE_URL);
  const secrets = readSecrets(config);
  const db = await openDatabase(config.DATABASE_URL, (error) =>
    endWith(damaged(config.DATABASE_URL.slice('sqlite:'.length), error.message)),
  );
  const sandbox =
    config.sandboxStripe || config.sandboxMail ? await openSandbox(config, secrets.webhookSecret) : null;
  const mailer = smtpMailer(config.SMTP_URL ?? sandbox?.smtpUrl ?? '', { perSecond: config.MAIL_PER_SECOND });
  const pdf = createPdfRenderer({ workerFile: paths.pdfWorker, assetsDir: paths.assets });
  const files = createFileCleaner({ workerFile: paths.fileWorker });
  return {
    ports: {
      config,
      db,
      clock: systemClock,
      ids: systemIds,
      mailer,
      bounceMailbox: await openBounceMailbox(config),
      gateway: gatewayOf(config, secrets.webhookSecret, sandbox),
      pdf,
      files,
      signer: ed25519Signer(secrets.signingKey),
      sessionSecret: secrets.sessionSecret,
      log: createLogger(config),
    },
    sandbox,
    close: async () => {
      mailer.close();
      await pdf.close();
      await files.close();
      await sandbox?.close();
      await db.close();
    },
  };
}

/** Loaded by those alone who need it, like the sandbox: a quarter of what a start reads would be for nothing. */
async function openBounceMailbox({ BOUNCE_IMAP_URL: url }: Config) {
  if (url === undefined) return null;
  const { imapBounceMailbox } = await import('./adapters/bounce-mailbox.ts');
  return imapBounceMailbox(url);
}

async function openSandbox(config: Config, webhookSecret: string): Promise<Sandbox> {
  const { startSandbox } = await import('./sandbox/start-sandbox.ts');
  return startSandbox({
    publicUrl: config.publicUrl,
    dataDir: config.dataDir,
    webhookSecret,
    stripeKey: sandboxKey,
    webhookUrl: `http://127.0.0.1:${config.PORT}/webhooks/stripe`,
  });
}

function gatewayOf(config: Config, webhookSecret: string, sandbox: Sandbox | null) {
  if (config.STRIPE_SECRET_KEY !== undefined) {
    return stripeGateway({
      secretKey: config.STRIPE_SECRET_KEY,
      webhookSecret,
      apiBase: config.STRIPE_API_BASE,
    });
  }
  if (!config.sandboxStripe || sandbox === null) return null;
  return stripeGateway({ secretKey: sandboxKey, webhookSecret, apiBase: sandbox.stripeApiBase });
}
