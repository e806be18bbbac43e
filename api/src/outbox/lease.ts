import { sql } from 'kysely';
import type { Database, Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type Instant, later } from '../db/instant.ts';
import type { Job } from './job.entity.ts';

/** How long a worker may take for a job before another takes it over. */
const leaseMilliseconds = 60_000;

/**
 * Takes up to `limit` due jobs for `owner`. The condition stands twice: PostgreSQL checks the outer one again when it
 * had to wait for another worker, so a job goes to one of them; SQLite has one writer at a time anyway.
 */
export async function leaseDue(db: Database, owner: string, now: Instant, limit: number): Promise<Row<Job>[]> {
  const due = sql`done_at is null and dead_at is null and run_at <= ${now} and (lease_until is null or lease_until < ${now})`;
  const skipTaken = db.kind === 'postgres' ? sql`for update skip locked` : sql``;
  return db.transaction(async ({ sql: query }) => {
    const { rows } = await sql<Row<Job>>`
      update job set lease_owner = ${owner}, lease_until = ${later(now, leaseMilliseconds)}, attempts = attempts + 1
      where id in (select id from job where ${due} order by run_at, id limit ${limit} ${skipTaken}) and ${due}
      returning *`.execute(query);
    return rows;
  });
}

/** Whether anything is due: a read, so that an idle worker never takes the write lock. */
export async function hasDue(query: Sql, now: Instant): Promise<boolean> {
  const row = await query
    .selectFrom('job')
    .select('id')
    .where('doneAt', 'is', null)
    .where('deadAt', 'is', null)
    .where('runAt', '<=', now)
    .where((either) => either.or([either('leaseUntil', 'is', null), either('leaseUntil', '<', now)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
