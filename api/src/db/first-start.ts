import type { Config } from '../config.ts';
import type { Instance } from '../context.ts';
import { OperatorProblem } from '../operator-problem.ts';
import { within } from './database.ts';
import { takeTurns } from './migrate.ts';
import { createOwner } from '../staff/create-owner.ts';
import { installSamples } from '../templates/install-samples.ts';
import { loadSampleCompany, sampleOwner } from './sample-company.ts';
import { newCompany } from './new-company.ts';

/**
 * An empty database gets its company and its owner: the sample company on a laptop, an empty one in production.
 * Both or neither, and once: of two processes that start together the second waits and finds them there. Returns what
 * to tell the person at the console.
 */
export function firstStart(instance: Instance): Promise<string[]> {
  return instance.db.transaction(async (tx) => {
    await takeTurns(instance.db.kind, tx.sql);
    return fill({ ...instance, db: within(instance.db, tx) });
  });
}

async function fill(instance: Instance): Promise<string[]> {
  const { db, config } = instance;
  const company = await db.read.selectFrom('company').select('id').executeTakeFirst();
  if (company !== undefined) {
    const sample = await hasSampleOwner(instance);
    if (!sample || !config.production) return signInHint(config, sample);
    throw new OperatorProblem(
      'This database holds the sample company, whose passwords everybody can read. Production needs one of its own: set DATABASE_URL.',
    );
  }
  if (config.production) {
    await newCompany(instance);
    await installSamples(instance);
    await createOwner(instance, ownerOf(config));
    return [];
  }
  await loadSampleCompany(instance);
  return signInHint(config, config.OWNER_EMAIL === undefined);
}

function ownerOf(config: Config): { email: string; password: string } {
  const { OWNER_EMAIL: email, OWNER_PASSWORD: password } = config;
  if (email === undefined || password === undefined) {
    throw new OperatorProblem(
      'Configuration: OWNER_EMAIL and OWNER_PASSWORD are needed at the first start in production.',
    );
  }
  return { email, password };
}

const hasSampleOwner = async ({ db }: Instance): Promise<boolean> =>
  (await db.read
    .selectFrom('staff')
    .select('id')
    .where('email', '=', sampleOwner.email)
    .executeTakeFirst()) !== undefined;

const signInHint = (config: Config, sample: boolean): string[] =>
  sample && !config.production
    ? ['', `Sample sign-in    ${sampleOwner.email}  /  ${sampleOwner.password}`]
    : [];
