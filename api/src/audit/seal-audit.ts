import type { Ctx } from '../context.ts';
import { auditText } from './audit-text.ts';
import type { Sql } from '../db/database.ts';
import { firstIdOf, later } from '../db/instant.ts';
import { takeTurns } from '../db/migrate.ts';
import { chainStart, entryText, sealText } from '../domain/audit-chain.ts';
import { sha256 } from '../sha256.ts';

const batch = 500;

/** Transactions commit in another order than their ids were made, but none this much later. */
export const lateness = 10 * 60_000;

/**
 * Seals what was written since the last time. It runs every few seconds beside the work and not inside it: a chain that every
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
    .select(['seq', 'hash', 'sealedAt'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entries = await query
    .selectFrom('audit')
    .selectAll()
    .where(
      'id',
      '>=',
      last === undefined
        ? ''
        : firstIdOf(later(last.sealedAt < ctx.now ? last.sealedAt : ctx.now, -lateness)),
    )
    .where((row) =>
      row.not(
        row.exists(row.selectFrom('auditSeal').select('seq').whereRef('auditSeal.auditId', '=', 'audit.id')),
      ),
    )
    .orderBy('id')
    .limit(batch)
    .execute();
  if (entries.length === 0) return 0;
  let before: { seq: number; hash: string } = last ?? { seq: 0, hash: chainStart };
  const seals = entries.map(auditText).map((entry) => {
    const seq = before.seq + 1;
    before = { seq, hash: sha256(sealText(before.hash, seq, sha256(entryText(entry)))) };
    return { ...before, auditId: entry.id, sealedAt: ctx.now };
  });
  await query.insertInto('auditSeal').values(seals).execute();
  return entries.length;
}
