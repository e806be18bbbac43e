import { Command } from 'commander';
import { reportOn } from './check/report.ts';
import { readConfig } from './config.ts';
import type { Instance } from './context.ts';
import { backup } from './db/backup.ts';
import { firstStart } from './db/first-start.ts';
import { notedErasures } from './erasures/noted.ts';
import { inspect, readThrough } from './db/inspect.ts';
import { migrate } from './db/migrate.ts';
import { openForCommand } from './open-for-command.ts';
import { endWith } from './operator-problem.ts';
import { ed25519Signer } from './adapters/signing-key.ts';
import { watchBeside } from './adapters/watch-beside.ts';
import { readSecrets } from './secrets.ts';
import { createOwner } from './staff/create-owner.ts';
import { verifyFile } from './verify/verify-file.ts';

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Runs a command against the configured database and lets go of it afterwards. */
async function withInstance(work: (instance: Instance) => Promise<void>): Promise<void> {
  const instance = await openForCommand(readConfig());
  try {
    await work(instance);
  } finally {
    await instance.db.close();
  }
}

const program = new Command('countersign').description('Looks after a Countersign installation.');

program
  .command('migrate')
  .description('bring the tables of the database up to date')
  .action(() =>
    withInstance(async ({ db, clock }) => {
      const names = await migrate(db, clock.now());
      say(names.length === 0 ? 'The database is up to date.' : `Done: ${names.join(', ')}.`);
    }),
  );

program
  .command('seed')
  .description('load the sample company into an empty database')
  .action(() =>
    withInstance(async (instance) => {
      await migrate(instance.db, instance.clock.now());
      const lines = await firstStart(instance);
      say(['The database has its company.', ...lines].join('\n'));
    }),
  );

program
  .command('check')
  .description('look for anything in the database that must never be so; exit code 1 when something is found')
  .action(() =>
    withInstance(async ({ db, config }) => {
      process.exitCode = (await reportOn(db, say, notedErasures(config.dataDir))) ? 0 : 1;
    }),
  );

program
  .command('inspect')
  .description('read through the database file; exit code 1, and what to do, when it is damaged')
  .option('--for <pid>', 'the process that started this one; nobody reads on for one that is gone')
  .action((given: { for?: string }) => {
    if (given.for !== undefined) watchBeside({ parent: Number(given.for) });
    const { DATABASE_URL: url } = readConfig();
    inspect(url);
    readThrough(url);
    say('The file is whole.');
  });

program
  .command('backup <file>')
  .description('copy a running SQLite database into a new file')
  .action(async (file: string) => {
    await backup(readConfig().DATABASE_URL, file);
    say(`Copied to ${file}.`);
  });

program
  .command('create-owner <email>')
  .description(
    'add an owner; the password is read from OWNER_PASSWORD, so that it stays out of the shell’s history',
  )
  .action((email: string) =>
    withInstance(async (instance) => {
      await createOwner(instance, { email, password: instance.config.OWNER_PASSWORD ?? '' });
      say(`${email} can sign in now.`);
    }),
  );

program
  .command('verify <file>')
  .description(
    'check an evidence file, offline; exit code 1 when something in it is wrong, 2 when it cannot be read',
  )
  .option('--key <public.pem>', 'the public key of the company, from a source that you trust')
  .option('--pdf <signed.pdf>', 'a PDF to compare with the signed one')
  .action((file: string, given: { key?: string; pdf?: string }) => {
    const { lines, code } = verifyFile(file, given);
    say(lines.join('\n'));
    process.exitCode = code;
  });

program
  .command('public-key')
  .description('print the public key that evidence is signed with; with --all every one that ever was')
  .option('--all', 'with the keys before')
  .action(async ({ all }: { all?: boolean }) => {
    if (all !== true) {
      say(ed25519Signer(readSecrets(readConfig()).signingKey).publicKey.trim());
      return;
    }
    await withInstance(async ({ db }) => {
      const keys = await db.read.selectFrom('signingKey').select('publicKey').orderBy('createdAt').execute();
      say(keys.map(({ publicKey }) => publicKey.trim()).join('\n'));
    });
  });

await program.parseAsync().catch(endWith);
