import { systemContext, type Instance } from '../context.ts';
import { instant } from '../db/instant.ts';
import { giveUp, perform } from './job-handlers.ts';
import type { Row } from '../db/entities.ts';
import type { Job } from './job.entity.ts';
import { hasDue, leaseDue } from './lease.ts';
import { fail, finish } from './outcome.ts';

export type Worker = {
  /** Something was promised just now: look at once instead of at the next tick. */
  nudge(): void;
  /** Works until nothing is due. For tests and for the end of a command. */
  drain(): Promise<void>;
  /** Takes no new job and waits for those under way. */
  stop(): Promise<void>;
};

const tickMilliseconds = 1000;
const atOnce = 4;

/** Does what the outbox promises: at least once, one worker at a time per job, more slowly after each failure. */
export function startWorker(instance: Instance, options: { ticking: boolean }): Worker {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function workUntilDone(): Promise<void> {
    do {
      again = false;
      while (!stopped && (await workOnBatch(instance)));
    } while (again && !stopped);
  }
  function wake(): Promise<void> {
    again = true;
    running ??= workUntilDone()
      .catch((error: unknown) => instance.log.error({ err: error }, 'the worker could not take jobs'))
      .finally(() => (running = null));
    return running;
  }
  const ticker = options.ticking ? setInterval(() => void wake(), tickMilliseconds) : null;
  return {
    nudge: () => {
      if (!stopped && options.ticking) setImmediate(() => void wake());
    },
    drain: wake,
    stop: async () => {
      stopped = true;
      if (ticker !== null) clearInterval(ticker);
      await running;
    },
  };
}

/** Takes what is due and works on it. Returns whether there was anything. */
async function workOnBatch(instance: Instance): Promise<boolean> {
  const now = instant(instance.clock.now());
  if (!(await hasDue(instance.db.read, now))) return false;
  const jobs = await leaseDue(instance.db, instance.ids.id(), now, atOnce);
  await Promise.all(jobs.map((job) => workOn(instance, job)));
  return jobs.length > 0;
}

async function workOn(instance: Instance, job: Row<Job>): Promise<void> {
  const ctx = await systemContext(instance, job.id);
  try {
    await perform(ctx, job);
    await finish(instance.db, job, instant(instance.clock.now()));
  } catch (error) {
    const dead = await fail(instance.db, job, error, instant(instance.clock.now()));
    instance.log[dead ? 'error' : 'warn']({ job: job.name, jobId: job.id, attempts: job.attempts, err: error, dead }, 'a job failed');
    if (dead) await giveUp(ctx, job, error);
  }
}
