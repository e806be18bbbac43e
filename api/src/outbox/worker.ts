import { type Ctx, type Instance, systemContext } from '../context.ts';
import { within } from '../db/database.ts';
import { instant } from '../db/instant.ts';
import { giveUp, perform } from './job-handlers.ts';
import type { Row } from '../db/entities.ts';
import type { Job } from './job.entity.ts';
import { hasDue, keepLease, type Lane, lanes, leaseDue } from './lease.ts';
import { finish, isHopeless, putBack } from './outcome.ts';

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

/**
 * Does what the outbox promises: at least once, one worker at a time per job, more slowly after each failure. Mails have a
 * lane of their own: a mail server that takes its time must not keep money from being confirmed.
 */
export function startWorker(instance: Instance, options: { ticking: boolean }): Worker {
  const works = lanes.map((lane) => startLane(instance, lane));
  const wake = async (): Promise<void> => void (await Promise.all(works.map((work) => work.wake())));
  const ticker = options.ticking ? setInterval(() => void wake(), tickMilliseconds) : null;
  return {
    nudge: () => {
      if (options.ticking) setImmediate(() => void wake());
    },
    // One lane may promise work to the other, such as the mail after a payment.
    drain: async () => {
      do await wake();
      while (await hasDue(instance.db.read, instant(instance.clock.now())));
    },
    stop: async () => {
      if (ticker !== null) clearInterval(ticker);
      await Promise.all(works.map((work) => work.stop()));
    },
  };
}

function startLane(instance: Instance, lane: Lane) {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function workUntilDone(): Promise<void> {
    do {
      again = false;
      while (!stopped && (await workOnBatch(instance, lane)));
    } while (again && !stopped);
  }
  return {
    wake: (): Promise<void> => {
      if (stopped) return Promise.resolve();
      again = true;
      running ??= workUntilDone()
        .catch((error: unknown) => instance.log.error({ err: error }, 'the worker could not take jobs'))
        .finally(() => (running = null));
      return running;
    },
    stop: async (): Promise<void> => {
      stopped = true;
      await running;
    },
  };
}

/** Takes what is due and works on it. Returns whether there was anything. */
async function workOnBatch(instance: Instance, lane: Lane): Promise<boolean> {
  const now = instant(instance.clock.now());
  if (!(await hasDue(instance.db.read, now, lane))) return false;
  const jobs = await leaseDue(instance.db, { owner: instance.ids.id(), now, limit: atOnce, lane });
  await Promise.all(jobs.map((job) => workOn(instance, job)));
  return jobs.length > 0;
}

async function workOn(instance: Instance, job: Row<Job>): Promise<void> {
  const ctx = await systemContext(instance, job.id);
  const release = keepLease(instance, job);
  try {
    await perform(ctx, job);
    await finish(instance.db, job, instant(instance.clock.now()));
  } catch (error) {
    const dead = isHopeless(job, error);
    instance.log[dead ? 'error' : 'warn'](
      { job: job.name, jobId: job.id, attempts: job.attempts, err: error, dead },
      'a job failed',
    );
    await afterFailure(ctx, job, error);
  } finally {
    release();
  }
}

/** Giving up and telling staff of it are one transaction: nothing that was promised goes under in silence. */
async function afterFailure(ctx: Ctx, job: Row<Job>, error: unknown): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const isOurs = await putBack(tx.sql, job, error, instant(ctx.clock.now()));
    if (isOurs && isHopeless(job, error)) await giveUp({ ...ctx, db: within(ctx.db, tx) }, job, error);
  });
}
