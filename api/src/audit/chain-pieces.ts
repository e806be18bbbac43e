import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type AuditText, chainStart } from '../domain/audit-chain.ts';
import type { PackAnchor, PackHistory, PackRun } from '../domain/evidence-pack.ts';
import { auditText } from './audit-text.ts';
import type { AuditSeal } from './audit-seal.entity.ts';
import { entryHashes } from './entry-hashes.ts';

const batch = 500;

/**
 * The pieces of the chain that hold the entries about a quote, each between two fingerprints that were mailed. Entries are told
 * in words as far as `isTold` says; of all others only the hash leaves the house.
 */
export async function chainPieces(
  query: Sql,
  quoteId: string,
  isTold: (entry: AuditText) => boolean,
): Promise<PackHistory> {
  const own = await query
    .selectFrom('audit')
    .leftJoin('auditSeal', 'auditSeal.entryId', 'audit.id')
    .selectAll('audit')
    .select('auditSeal.seq')
    .where('audit.quoteId', '=', quoteId)
    .orderBy('audit.id')
    .execute();
  const anchors: PackAnchor[] = [];
  const runs: PackRun[] = [];
  let reached = 0;
  for (const seq of own.flatMap((row) => row.seq ?? []).toSorted((a, b) => a - b)) {
    if (seq <= reached) continue;
    const before = await anchorAt(query, seq, 'BEFORE');
    const after = await anchorAt(query, seq, 'AFTER');
    for (const anchor of [before, after])
      if (anchor !== undefined && !anchors.some(({ seq: known }) => known === anchor.seq))
        anchors.push(anchor);
    const from = before === undefined ? { seq: 0, hash: chainStart } : { seq: before.seq, hash: before.hash };
    reached = after?.seq ?? Math.max(...own.map((row) => row.seq ?? 0));
    runs.push({ from, links: await linksUpTo(query, from.seq, reached) });
  }
  const entries = own
    .map((row) => ({ seq: row.seq ?? 0, entry: auditText(row) }))
    .filter(({ entry }) => isTold(entry));
  return { runs, entries, anchors };
}

async function anchorAt(query: Sql, seq: number, side: 'BEFORE' | 'AFTER'): Promise<PackAnchor | undefined> {
  const [operator, direction] = side === 'BEFORE' ? (['<', 'desc'] as const) : (['>=', 'asc'] as const);
  return query
    .selectFrom('auditAnchor')
    .select(['day', 'seq', 'hash'])
    .where('seq', operator, seq)
    .orderBy('seq', direction)
    .orderBy('day')
    .limit(1)
    .executeTakeFirst();
}

/** The hash of an entry is computed from what it says now, so that a changed one does not fit its seal. */
async function linksUpTo(query: Sql, after: number, last: number): Promise<PackRun['links']> {
  const links: PackRun['links'][number][] = [];
  for (let from = after; from < last; from += batch) {
    const seals = await query
      .selectFrom('auditSeal')
      .selectAll()
      .where('seq', '>', from)
      .where('seq', '<=', Math.min(from + batch, last))
      .orderBy('seq')
      .execute();
    links.push(...(await withEntries(query, seals)));
  }
  return links;
}

async function withEntries(query: Sql, seals: readonly Row<AuditSeal>[]): Promise<PackRun['links']> {
  const { book, history } = await entryHashes(query, seals);
  return seals.map(({ seq, entryId, hash }) => {
    const entry = history.get(entryId) ?? book.get(entryId) ?? '';
    return { seq, entry, hash };
  });
}
