import { type Ctx, type Instance, systemContext } from '../context.ts';
import { within } from '../db/database.ts';
import { instant } from '../db/instant.ts';
import { giveUp, perform } from './job-handlers.ts';
import type { Row } from '../db/entities.ts';
import { MailServerDown } from '../ports.ts';
import { type Job, type Lane, lanes } from './job.entity.ts';
import { byLine, fairRound } from './fair-round.ts';
import { hasDue, keepLease, leaseDue } from './lease.ts';
import { outageOf } from './outage.ts';
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
      while ((await Promise.all(works.map((work) => work.hasWork()))).includes(true));
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
  const round = fairRound();
  const outage = outageOf(instance);

  async function workUntilDone(): Promise<void> {
    do {
      again = false;
      while (!stopped && !outage.isOn() && (await workOnBatch(instance, lane, round, outage)));
    } while (again && !stopped && !outage.isOn());
  }
  return {
    wake: (): Promise<void> => {
      if (stopped || outage.isOn()) return Promise.resolve();
      again = true;
      running ??= workUntilDone()
        .catch((error: unknown) => instance.log.error({ err: error }, 'the worker could not take jobs'))
        .finally(() => (running = null));
      return running;
    },
    hasWork: async (): Promise<boolean> =>
      !stopped && !outage.isOn() && hasDue(instance.db.read, instant(instance.clock.now()), lane),
    stop: async (): Promise<void> => {
      stopped = true;
      await running;
    },
  };
}

type Round = ReturnType<typeof fairRound>;
type LaneOutage = ReturnType<typeof outageOf>;

/** Takes what is due and works on it. Returns whether there was anything. */
async function workOnBatch(
  instance: Instance,
  lane: Lane,
  round: Round,
  outage: LaneOutage,
): Promise<boolean> {
  const now = instant(instance.clock.now());
  if (round.served().length > 0 && !(await hasDue(instance.db.read, now, lane, round.served()))) round.next();
  if (!(await hasDue(instance.db.read, now, lane))) return false;
  const owner = instance.ids.id();
  const jobs = await leaseDue(instance.db, { owner, now, limit: atOnce, lane, without: round.served() });
  round.count(jobs);
  const releases = new Map(jobs.map((job) => [job.id, keepLease(instance, job)]));
  await Promise.all(
    byLine(jobs).map(async (line) => {
      for (const job of line)
        await workOn(instance, job, outage)
          .catch((error: unknown) => leaveToOthers(instance, job, error))
          .finally(releases.get(job.id));
    }),
  );
  return jobs.length > 0;
}

/** Not even that it failed could be written down: its lease runs out, and then it is done again. The others go on. */
const leaveToOthers = ({ log }: Instance, job: Row<Job>, error: unknown): void =>
  log.error({ err: error, job: job.name, jobId: job.id }, 'a job could not be ended');

async function workOn(instance: Instance, job: Row<Job>, outage: LaneOutage): Promise<void> {
  const ctx = await systemContext(instance, job.id);
  try {
    await perform(ctx, job);
    await finish(instance.db, job, instant(instance.clock.now()));
    outage.isOver();
  } catch (error) {
    const isDown = error instanceof MailServerDown;
    if (isDown) await outage.begins(ctx, error);
    const dead = isHopeless(job, error, instant(instance.clock.now()));
    instance.log[dead ? 'error' : 'warn'](
      { job: job.name, jobId: job.id, attempts: job.attempts, err: error, dead },
      'a job failed',
    );
    await afterFailure(ctx, job, error);
  }
}

/** Giving up and telling staff of it are one transaction: nothing that was promised goes under in silence. */
async function afterFailure(ctx: Ctx, job: Row<Job>, error: unknown): Promise<void> {
  const now = instant(ctx.clock.now());
  await ctx.db.transaction(async (tx) => {
    const isOurs = await putBack(tx.sql, job, error, now);
    if (isOurs && isHopeless(job, error, now)) await giveUp({ ...ctx, db: within(ctx.db, tx) }, job, error);
  });
}
