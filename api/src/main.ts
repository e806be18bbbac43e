import { flushCompileCache } from 'node:module';
import { rememberKey } from './acceptances/signing-keys.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { firstStart } from './db/first-start.ts';
import { noteSeen } from './db/last-seen.ts';
import { applyNotedErasures } from './erasures/apply-noted.ts';
import { migrate } from './db/migrate.ts';
import { inspectBeside } from './inspect-beside.ts';
import { arm } from './failpoint.ts';
import { endWith } from './operator-problem.ts';
import { openOutside } from './outside.ts';
import { startCollecting } from './mails/collect-bounces.ts';
import { startSweeping } from './schedule/sweep.ts';

const drainMilliseconds = 10_000;

async function main(): Promise<void> {
  const config = readConfig();
  arm(config.COUNTERSIGN_FAILPOINT ?? null);
  const outside = await openOutside(config);
  await migrate(outside.ports.db, outside.ports.clock.now());
  const { server, worker, instance } = await createApp(outside.ports, {
    sandbox: outside.sandbox,
    ticking: true,
  });
  const welcome = await firstStart(instance);
  // After the first start, not before: another process that starts with us may still be writing the company.
  await rememberKey(instance);
  const applied = await applyNotedErasures(instance);
  if (applied > 0)
    instance.log.warn({ applied }, 'erasures that an older backup did not know were done again');
  await server.listen({ port: config.PORT, host: config.HOST });
  worker.nudge();
  inspectBeside(config.DATABASE_URL);
  const stopNoting = noteSeen(instance.db, config.DATABASE_URL, (error) =>
    instance.log.error({ err: error }, 'the note beside the database cannot be written'),
  );
  // Kept now and not at the end, which a killed process does not have. Without NODE_COMPILE_CACHE it does nothing.
  flushCompileCache();
  const calendar = startSweeping(instance);
  const bounces = startCollecting(instance);
  process.stdout.write(`${announcement(config.publicUrl, outside.sandbox !== null, welcome)}\n`);
  const stop = once(async () => {
    setTimeout(() => process.exit(1), drainMilliseconds).unref();
    await server.close();
    await calendar.stop();
    await bounces.stop();
    await worker.stop();
    stopNoting();
    await outside.close();
    process.exit(0);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  // npm dies without telling its child; a parent that waits for us closes this pipe.
  process.on('disconnect', stop);
}

/**
 * The first signal drains; another one later means «now». Ctrl-C reaches us twice within a moment, from the terminal and
 * from the npm that started us: that is one wish.
 */
function once(work: () => Promise<void>): () => void {
  let calledAt: number | null = null;
  return () => {
    if (calledAt !== null && performance.now() - calledAt > 1000) process.exit(1);
    if (calledAt !== null) return;
    calledAt = performance.now();
    void work();
  };
}

function announcement(url: string, sandbox: boolean, welcome: string[]): string {
  const lines = [
    '',
    `  Countersign is running on ${url}/`,
    '',
    `  Office (staff)    ${url}/admin/`,
    ...(sandbox
      ? [`  Mail inbox        ${url}/sandbox/mail`, `  Card payments     ${url}/sandbox/stripe`]
      : []),
    `  GraphQL           ${url}/graphql`,
    ...welcome.map((line) => `  ${line}`),
    '',
    '  Ctrl-C stops it; nothing is lost.',
    '',
  ];
  return lines.join('\n');
}

main().catch(endWith);
