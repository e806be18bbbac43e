import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from './config.ts';

const secretsFile = z.object({ sessionSecret: z.string().min(32), webhookSecret: z.string().min(32) });
export type Secrets = z.infer<typeof secretsFile>;

/**
 * What signs document addresses and the stand-in's events. Production brings its own; otherwise the first start makes
 * them and keeps them beside the database, readable by the owner of the process alone.
 */
export function readSecrets(config: Config): Secrets {
  const given = { sessionSecret: config.SESSION_SECRET, webhookSecret: config.STRIPE_WEBHOOK_SECRET };
  if (given.sessionSecret !== undefined && (given.webhookSecret !== undefined || !config.sandboxStripe)) {
    return { sessionSecret: given.sessionSecret, webhookSecret: given.webhookSecret ?? '' };
  }
  const kept = keptSecrets(config.dataDir);
  return {
    sessionSecret: given.sessionSecret ?? kept.sessionSecret,
    webhookSecret: given.webhookSecret ?? kept.webhookSecret,
  };
}

function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true });
  const made = { sessionSecret: randomSecret(), webhookSecret: `whsec_${randomSecret()}` };
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
