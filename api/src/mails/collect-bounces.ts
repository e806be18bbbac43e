import { type Ctx, type Instance, systemContext } from '../context.ts';
import { readReports } from './read-reports.ts';
import { takeReport } from './take-report.ts';

/** How often the mailbox is looked at. */
const everyMilliseconds = 5 * 60_000;

/** Takes every report that lies in the bounce mailbox. What is no report is left as it is, read. */
async function collectBounces(ctx: Ctx): Promise<void> {
  await ctx.bounceMailbox?.collect((raw) => takeReports(ctx, raw));
}

/** What one mail reports, recipient by recipient. Returns how much of it was new. */
export async function takeReports(ctx: Ctx, raw: Uint8Array): Promise<void> {
  for (const report of await readReports(raw)) await takeReport(ctx, report);
}

/** Looks at once and then every few minutes. A mailbox that cannot be opened is tried again with the next look. */
export function startCollecting(instance: Instance): { stop(): Promise<void> } {
  if (instance.bounceMailbox === null) return { stop: () => Promise.resolve() };
  let running: Promise<void> | null = null;
  const look = (): void => {
    running ??= systemContext(instance, 'bounces')
      .then(collectBounces)
      .catch((error: unknown) => instance.log.warn({ err: error }, 'the bounce mailbox could not be read'))
      .finally(() => (running = null));
  };
  const timer = setInterval(look, everyMilliseconds);
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
