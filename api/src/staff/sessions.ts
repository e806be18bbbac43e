import { sha256 } from '../sha256.ts';
import type { Actor, Ctx, Instance } from '../context.ts';
import type { Database } from '../db/database.ts';
import { type Instant, instant, later } from '../db/instant.ts';
import { requirePermission } from './require.ts';

const minute = 60_000;
/** Without a request for this long, or this long after sign-in in any case, a session is over. */
const idle = 30 * minute;
const absolute = 12 * 60 * minute;

/** Starts a session and returns the cookie's value: 256 random bits, of which only the hash is kept. */
export async function startSession(
  instance: Pick<Instance, 'db' | 'ids'>,
  staffId: string,
  now: Instant,
): Promise<string> {
  const token = instance.ids.token();
  await instance.db.transaction(({ sql: query }) =>
    query
      .insertInto('session')
      .values({ tokenHash: sha256(token), staffId, createdAt: now, lastSeenAt: now })
      .execute(),
  );
  return token;
}

/** Who a cookie belongs to; nobody when the session is over, unknown, or the person's account was closed. */
export async function actorOfSession(db: Database, token: string, at: Date): Promise<Actor> {
  const now = instant(at);
  const tokenHash = sha256(token);
  const row = await db.read
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staffId')
    .select(['staff.id', 'staff.name', 'staff.role', 'session.lastSeenAt'])
    .where('session.tokenHash', '=', tokenHash)
    .where('session.lastSeenAt', '>', later(now, -idle))
    .where('session.createdAt', '>', later(now, -absolute))
    .where('staff.disabledAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return { kind: 'anonymous' };
  if (row.lastSeenAt < later(now, -minute)) await touch(db, tokenHash, now);
  return { kind: 'staff', id: row.id, name: row.name, role: row.role, sessionHash: tokenHash };
}

/** Once a minute is enough: a write per request would make every read wait for the disk. */
const touch = (db: Database, tokenHash: string, now: Instant): Promise<unknown> =>
  db
    .transaction(({ sql: query }) =>
      query.updateTable('session').set({ lastSeenAt: now }).where('tokenHash', '=', tokenHash).execute(),
    )
    // A database that is too busy to write can still be read; the next request notes the time.
    .catch(() => undefined);

/** Ends the session that asks. */
export async function endSession(ctx: Ctx): Promise<void> {
  const { sessionHash } = requirePermission(ctx, 'READ');
  await ctx.db.transaction(({ sql: query }) =>
    query.deleteFrom('session').where('tokenHash', '=', sessionHash).execute(),
  );
}

/** Ends every session of the person who asks, on every device. */
export async function endAllSessions(ctx: Ctx): Promise<void> {
  const { id } = requirePermission(ctx, 'READ');
  await ctx.db.transaction(({ sql: query }) =>
    query.deleteFrom('session').where('staffId', '=', id).execute(),
  );
}
