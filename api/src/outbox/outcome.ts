import type { Database } from '../db/database.ts';
import { type Instant, later } from '../db/instant.ts';
import type { Row } from '../db/entities.ts';
import type { Job } from './job.entity.ts';

/** A job that will never work: it is given up at once instead of after many tries. */
export class Hopeless extends Error {}

const mostAttempts = 12;
const longestPause = 60 * 60_000;

/** Only the owner of the lease may end a job: one that woke up too late changes nothing. */
export async function finish(db: Database, job: Row<Job>, now: Instant): Promise<void> {
  await db.transaction(({ sql: query }) =>
    query
      .updateTable('job')
      .set({ doneAt: now, leaseUntil: null, lastError: null })
      .where('id', '=', job.id)
      .where('leaseOwner', '=', job.leaseOwner)
      .execute(),
  );
}

/** Puts the job back with a growing pause, or gives it up. Returns whether it was given up. */
export async function fail(db: Database, job: Row<Job>, error: unknown, now: Instant): Promise<boolean> {
  const dead = error instanceof Hopeless || job.attempts >= mostAttempts;
  await db.transaction(({ sql: query }) =>
    query
      .updateTable('job')
      .set({
        leaseUntil: null,
        lastError: error instanceof Error ? error.message : String(error),
        deadAt: dead ? now : null,
        runAt: later(now, pauseAfter(job.attempts)),
      })
      .where('id', '=', job.id)
      .where('leaseOwner', '=', job.leaseOwner)
      .execute(),
  );
  return dead;
}

/** 2, 4, 8 … seconds, at most an hour, spread by up to a quarter so that a thousand mails do not come back at once. */
function pauseAfter(attempts: number): number {
  const pause = Math.min(1000 * 2 ** attempts, longestPause);
  return pause + Math.floor(Math.random() * (pause / 4));
}
