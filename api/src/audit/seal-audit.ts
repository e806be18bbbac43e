import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { takeTurns } from '../db/migrate.ts';
import { chainStart, entryText, postingText, sealText } from '../domain/audit-chain.ts';
import { sha256 } from '../sha256.ts';
import { auditText } from './audit-text.ts';
import { postingOf } from './posting-text.ts';
import { isUnsealed, unsealedFrom } from './unsealed.ts';

const batch = 500;

/**
 * Seals what was written into the history and the book since the last time. It runs every minute beside the work and not inside it: a chain that every
 * signature had to extend would make all of them wait for each other. Entries themselves are append-only from the first
 * moment. Returns how many were sealed.
 */
export async function sealAudit(ctx: Ctx): Promise<number> {
  let sealed = 0;
  for (;;) {
    const added = await ctx.db.transaction(({ sql: query }) => sealBatch(ctx, query));
    sealed += added;
    if (added < batch) return sealed;
  }
}

async function sealBatch(ctx: Ctx, query: Sql): Promise<number> {
  await takeTurns(ctx.db.kind, query);
  const last = await query
    .selectFrom('auditSeal')
    .select(['seq', 'entryId', 'hash', 'sealedAt'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const sealedAt = last !== undefined && last.sealedAt < ctx.now ? last.sealedAt : ctx.now;
  const entries = await unsealed(query, last === undefined ? '' : unsealedFrom({ ...last, sealedAt }));
  if (entries.length === 0) return 0;
  let before: { seq: number; hash: string } = last ?? { seq: 0, hash: chainStart };
  const seals = entries.map(({ id, text }) => {
    const seq = before.seq + 1;
    before = { seq, hash: sha256(sealText(before.hash, seq, sha256(text))) };
    return { ...before, entryId: id, sealedAt: ctx.now };
  });
  await query.insertInto('auditSeal').values(seals).execute();
  return entries.length;
}

/** What comes next, of both tables together, in the order of ids. */
async function unsealed(query: Sql, from: string): Promise<{ id: string; text: string }[]> {
  const entries = await query
    .selectFrom('audit')
    .selectAll()
    .where('id', '>=', from)
    .where(isUnsealed('audit'))
    .orderBy('id')
    .limit(batch)
    .execute();
  const postings = await query
    .selectFrom('ledgerEntry')
    .selectAll()
    .where('id', '>=', from)
    .where(isUnsealed('ledgerEntry'))
    .orderBy('id')
    .limit(batch)
    .execute();
  return [
    ...entries.map((row) => ({ id: row.id, text: entryText(auditText(row)) })),
    ...postings.map((row) => ({ id: row.id, text: postingText(postingOf(row)) })),
  ]
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .slice(0, batch);
}
