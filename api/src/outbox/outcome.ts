import type { Database, Sql } from '../db/database.ts';
import { type Instant, later } from '../db/instant.ts';
import type { Row } from '../db/entities.ts';
import type { Job } from './job.entity.ts';

/** A job that will never work: it is given up at once instead of after many tries. */
export class Hopeless extends Error {}

/** With the pauses below this is a day: an outage of the mail server or the provider loses nothing. */
const mostAttempts = 36;
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

/** Whether trying again has no use any more. */
export const isHopeless = (job: Row<Job>, error: unknown): boolean =>
  error instanceof Hopeless || job.attempts >= mostAttempts;

/**
 * Puts the job back with a growing pause, or marks it as given up. Returns false when the lease had gone to somebody else,
 * who now answers for the job.
 */
export async function putBack(query: Sql, job: Row<Job>, error: unknown, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('job')
    .set({
      leaseUntil: null,
      lastError: error instanceof Error ? error.message : String(error),
      deadAt: isHopeless(job, error) ? now : null,
      runAt: later(now, pauseAfter(job.attempts)),
    })
    .where('id', '=', job.id)
    .where('leaseOwner', '=', job.leaseOwner)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** 2, 4, 8 … seconds, at most an hour, spread by up to a quarter so that a thousand mails do not come back at once. */
function pauseAfter(attempts: number): number {
  const pause = Math.min(1000 * 2 ** attempts, longestPause);
  return pause + Math.floor(Math.random() * (pause / 4));
}
