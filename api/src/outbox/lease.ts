import { sql } from 'kysely';
import type { Instance } from '../context.ts';
import type { Database, Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type Instant, instant, later } from '../db/instant.ts';
import type { Job, Lane } from './job.entity.ts';

/** A worker that died is replaced after this long; one that lives renews three times as often. */
const leaseMilliseconds = 60_000;
const renewalMilliseconds = 20_000;

export type LeaseRequest = {
  owner: string;
  now: Instant;
  limit: number;
  lane: Lane;
  /** Customers who had their share for now. */
  without: readonly string[];
};

/**
 * Takes up to `limit` due jobs for `owner`. The condition stands twice: PostgreSQL checks the outer one again when it
 * had to wait for another worker, so a job goes to one of them; SQLite has one writer at a time anyway. What is chosen is
 * written down first, or PostgreSQL may choose anew for each row and take everything.
 */
export async function leaseDue(
  db: Database,
  { owner, now, limit, lane, without }: LeaseRequest,
): Promise<Row<Job>[]> {
  const others = without.length === 0 ? sql`` : sql`and (line is null or line not in (${sql.join(without)}))`;
  const due = sql`lane = ${lane} and done_at is null and dead_at is null and run_at <= ${now} and (lease_until is null or lease_until < ${now}) ${others}`;
  const skipTaken = db.kind === 'postgres' ? sql`for update skip locked` : sql``;
  return db.transaction(async ({ sql: query }) => {
    const { rows } = await sql<Row<Job>>`
      with chosen as materialized (
        select id from job where ${due} order by run_at, id limit ${limit} ${skipTaken}
      )
      update job set lease_owner = ${owner}, lease_until = ${later(now, leaseMilliseconds)}, attempts = attempts + 1
      where id in (select id from chosen) and ${due}
      returning *`.execute(query);
    return rows;
  });
}

/** Whether anything is due: a read, so that an idle worker never takes the write lock. */
export async function hasDue(
  query: Sql,
  now: Instant,
  lane: Lane,
  without: readonly string[] = [],
): Promise<boolean> {
  const due = query
    .selectFrom('job')
    .select('id')
    .where('lane', '=', lane)
    .where('doneAt', 'is', null)
    .where('deadAt', 'is', null)
    .where('runAt', '<=', now)
    .where((either) => either.or([either('leaseUntil', 'is', null), either('leaseUntil', '<', now)]))
    .limit(1);
  const ofOthers =
    without.length === 0
      ? due
      : due.where((either) => either.or([either('line', 'is', null), either('line', 'not in', without)]));
  const row = await ofOthers.executeTakeFirst();
  return row !== undefined;
}

/** Renews the lease for as long as the work takes: a mail server may be slower than any fixed time. Call the result at the end. */
export function keepLease({ db, clock, log }: Instance, job: Row<Job>): () => void {
  const renewal = setInterval(() => {
    const leaseUntil = later(instant(clock.now()), leaseMilliseconds);
    db.transaction(({ sql: query }) =>
      query
        .updateTable('job')
        .set({ leaseUntil })
        .where('id', '=', job.id)
        .where('leaseOwner', '=', job.leaseOwner)
        .where('doneAt', 'is', null)
        .execute(),
    ).catch((error: unknown) => log.warn({ err: error, jobId: job.id }, 'a lease could not be renewed'));
  }, renewalMilliseconds);
  return () => clearInterval(renewal);
}
