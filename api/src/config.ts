import { resolve } from 'node:path';
import { z } from 'zod';
import { mailbox } from './adapters/mailbox.ts';
import { OperatorProblem } from './operator-problem.ts';
import { failpoints } from './failpoint.ts';

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number('must be a number').int().min(1).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'must be sqlite:<file> or postgres://<user>:<password>@<host>/<name>',
    )
    .default('sqlite:./data/countersign.db'),
  DATA_DIR: z.string().default('./data'),
  OWNER_EMAIL: z.email('must be an e-mail address').optional(),
  OWNER_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (text) => mailbox(text) !== null,
      'must be an address, or a name with one: Harbour & Pine <hello@example.com>',
    )
    .optional(),
  MAIL_PER_SECOND: z.coerce.number('must be a number').int().min(1).max(1000).default(20),
  MAIL_WEBHOOK_SECRET: z.string().min(24, 'must have at least 24 characters').optional(),
  BOUNCE_IMAP_URL: url('imap:', 'imaps:').optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_/, 'must start with sk_test_, sk_live_, rk_test_ or rk_live_')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^\s*whsec_[^\s,]+(\s*,\s*whsec_[^\s,]+)*\s*$/,
      'must start with whsec_; while one secret takes over from another, both with a comma between them',
    )
    .optional(),
  STRIPE_API_BASE: url('http:', 'https:').optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SIGNING_KEY: z
    .string()
    .regex(/^-----BEGIN PRIVATE KEY-----/, 'must be an Ed25519 key in PEM, PKCS #8')
    .optional(),
  COUNTERSIGN_FAILPOINT: z.enum(failpoints).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
});

export type Config = z.infer<typeof environment> & {
  production: boolean;
  /** A line per request in production; on a laptop only what went wrong. */
  logLevel: string;
  publicUrl: string;
  dataDir: string;
  /** Cards and mail go to the stand-ins of the sandbox. */
  sandboxStripe: boolean;
  sandboxMail: boolean;
  /** Whether the provider moves real money; events of the other mode are not ours. */
  stripeLive: boolean;
};

/** The environment, parsed once. Throws OperatorProblem with every wrong variable and what it has to be. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  // A variable that is set to nothing (`SMTP_URL=`) is a variable that is not set.
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new OperatorProblem(`Configuration: ${problems.join('; ')}.`);
  }
  const set = parsed.data;
  const production = set.NODE_ENV === 'production';
  const problems = [
    ...incompleteStripe(set),
    ...incompleteOwner(set),
    ...(production ? unfitForProduction(set) : []),
  ];
  if (problems.length > 0) throw new OperatorProblem(`Configuration: ${problems.join('; ')}.`);
  return {
    ...set,
    production,
    logLevel: set.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    publicUrl: (set.PUBLIC_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(set.DATA_DIR),
    sandboxStripe: set.STRIPE_SECRET_KEY === undefined && !production,
    sandboxMail: set.SMTP_URL === undefined,
    stripeLive: set.STRIPE_SECRET_KEY?.includes('_live_') ?? false,
  };
}

type Settings = z.infer<typeof environment>;

function incompleteStripe(set: Settings): string[] {
  return set.STRIPE_SECRET_KEY !== undefined && set.STRIPE_WEBHOOK_SECRET === undefined
    ? ['STRIPE_WEBHOOK_SECRET is needed with STRIPE_SECRET_KEY: without it no payment can be confirmed']
    : [];
}

function incompleteOwner(set: Settings): string[] {
  return set.OWNER_EMAIL !== undefined && set.OWNER_PASSWORD === undefined
    ? ['OWNER_PASSWORD is needed with OWNER_EMAIL']
    : [];
}

/** What is fine on a laptop and dangerous with real money. */
function unfitForProduction(set: Settings): string[] {
  const needed = (['PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'SESSION_SECRET'] as const)
    .filter((name) => set[name] === undefined)
    .map((name) => `${name} is needed in production`);
  return [
    ...needed,
    ...(set.PUBLIC_URL?.startsWith('http:') ? ['PUBLIC_URL must start with https:// in production'] : []),
    ...(set.STRIPE_API_BASE !== undefined ? ['STRIPE_API_BASE must not be set in production'] : []),
    ...(set.STRIPE_SECRET_KEY?.includes('_test_')
      ? ['STRIPE_SECRET_KEY is a test key; production needs a live one']
      : []),
    ...(set.COUNTERSIGN_FAILPOINT !== undefined ? ['COUNTERSIGN_FAILPOINT is for tests alone'] : []),
    ...(set.OWNER_PASSWORD?.includes('sample') ? ['OWNER_PASSWORD is a sample'] : []),
  ];
}
