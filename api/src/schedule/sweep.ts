import { type Instance, systemContext } from '../context.ts';
import { anchorAudit } from '../audit/anchor-audit.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import { expireQuotes } from './expire-quotes.ts';

const everyMilliseconds = 60_000;

/** Does what the calendar asks for, at the start and then every minute; a sweep that fails is tried again with the next. */
export function startSweeping(instance: Instance): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  const sweep = (): void => {
    running ??= sweepOnce(instance)
      .catch((error: unknown) => instance.log.error({ err: error }, 'the calendar could not be looked at'))
      .finally(() => (running = null));
  };
  const timer = setInterval(sweep, everyMilliseconds);
  sweep();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

async function sweepOnce(instance: Instance): Promise<void> {
  const ctx = await systemContext(instance, 'calendar');
  await expireQuotes(ctx);
  await sealAudit(ctx);
  await anchorAudit(ctx);
}
