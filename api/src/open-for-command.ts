import { ed25519Signer } from './adapters/signing-key.ts';
import { systemClock, systemIds } from './adapters/system.ts';
import type { Config } from './config.ts';
import type { Instance } from './context.ts';
import { openDatabase } from './db/database.ts';
import { inspect } from './db/inspect.ts';
import { createLogger } from './logger.ts';
import { readSecrets } from './secrets.ts';

const notHere = async (): Promise<never> => {
  throw new Error('A command at the console sends nothing and prints nothing; the running server does');
};

/** A copy for one command at the console: the database and nothing else of the outside world. What it promises, the server does. */
export async function openForCommand(config: Config): Promise<Instance> {
  inspect(config.DATABASE_URL);
  const secrets = readSecrets(config);
  return {
    config,
    db: await openDatabase(config.DATABASE_URL),
    clock: systemClock,
    ids: systemIds,
    mailer: { send: notHere },
    bounceMailbox: null,
    gateway: null,
    pdf: { render: notHere, unprintable: () => [], close: async () => undefined },
    files: { clean: notHere, logo: notHere, statement: notHere, close: async () => undefined },
    signer: ed25519Signer(secrets.signingKey),
    sessionSecret: secrets.sessionSecret,
    log: createLogger(config),
    nudge: () => undefined,
  };
}
