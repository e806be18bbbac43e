import type { Database, Sql } from '../db/database.ts';
import { type Instant, later } from '../db/instant.ts';
import type { Row } from '../db/entities.ts';
import { errorText } from '../error-text.ts';
import { MailServerDown } from '../ports.ts';
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

/** A mail server that is away for longer than this does not come back by itself; and nobody wants a mail of last week. */
const longestOutage = 5 * 24 * 60 * 60_000;

/** Whether trying again has no use any more. */
export function isHopeless(job: Row<Job>, error: unknown, now: Instant): boolean {
  if (error instanceof MailServerDown) return later(job.createdAt, longestOutage) < now;
  return error instanceof Hopeless || job.attempts >= mostAttempts;
}

/**
 * Puts the job back with a growing pause, or marks it as given up. Returns false when the lease had gone to somebody else,
 * who now answers for the job.
 */
export async function putBack(query: Sql, job: Row<Job>, error: unknown, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('job')
    .set({
      leaseUntil: null,
      lastError: errorText(error),
      deadAt: isHopeless(job, error, now) ? now : null,
      // It was not this job's fault: it keeps its place and its tries.
      ...(error instanceof MailServerDown
        ? { attempts: job.attempts - 1 }
        : { runAt: later(now, pauseAfter(job.attempts)) }),
    })
    .where('id', '=', job.id)
    .where('leaseOwner', '=', job.leaseOwner)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** 2, 4, 8 … seconds, at most an hour, spread by up to a quarter so that a thousand mails do not come back at once. */
const pauseAfter = (attempts: number): number => spread(Math.min(1000 * 2 ** attempts, longestPause));

/** Up to a quarter longer, so that those who failed together do not all come back together. */
export const spread = (pause: number): number => pause + Math.floor(Math.random() * (pause / 4));
