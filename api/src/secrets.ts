import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newSigningKey } from './adapters/signing-key.ts';
import type { Config } from './config.ts';

const secretsFile = z.object({
  sessionSecret: z.string().min(32),
  webhookSecret: z.string().min(32),
  /** Ed25519, PEM. Lost, it cannot be made again: later evidence is signed with another key and says so. */
  signingKey: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
});
export type Secrets = z.infer<typeof secretsFile>;

/**
 * What signs evidence, document addresses and the stand-in's events. Production brings its own; otherwise the first start makes
 * them and keeps them beside the database, readable by the owner of the process alone.
 */
export function readSecrets(config: Config): Secrets {
  const given = {
    sessionSecret: config.SESSION_SECRET,
    webhookSecret: config.STRIPE_WEBHOOK_SECRET ?? (config.sandboxStripe ? undefined : ''),
    signingKey: config.SIGNING_KEY?.replaceAll('\\n', '\n'),
  };
  const { sessionSecret, webhookSecret, signingKey } = given;
  if (sessionSecret !== undefined && webhookSecret !== undefined && signingKey !== undefined)
    return { sessionSecret, webhookSecret, signingKey };
  const kept = keptSecrets(config.dataDir);
  return {
    sessionSecret: sessionSecret ?? kept.sessionSecret,
    webhookSecret: webhookSecret ?? kept.webhookSecret,
    signingKey: signingKey ?? kept.signingKey,
  };
}

function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true });
  const made = {
    sessionSecret: randomSecret(),
    webhookSecret: `whsec_${randomSecret()}`,
    signingKey: newSigningKey(),
  };
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(made), { mode: 0o600 });
  try {
    // Linked into place whole: of two processes that start together one wins, and the other reads no half file.
    linkSync(mine, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  return secretsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

const randomSecret = (): string => randomBytes(32).toString('base64url');
