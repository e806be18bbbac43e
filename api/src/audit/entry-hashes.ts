import type { Sql } from '../db/database.ts';
import { type AuditSeal, entryHash, postingText } from '../domain/audit-chain.ts';
import { sha256 } from '../sha256.ts';
import { auditText } from './audit-text.ts';
import { postingOf } from './posting-text.ts';

/** Hashes by id. */
type Hashes = ReadonlyMap<string, string>;

/** The hashes of what was sealed there, computed from what it says now, so that what was changed does not fit its seal. */
export async function entryHashes(
  query: Sql,
  seals: readonly Pick<AuditSeal, 'entryId'>[],
): Promise<{ history: Hashes; book: Hashes }> {
  if (seals.length === 0) return { history: new Map(), book: new Map() };
  const ids = seals.map(({ entryId }) => entryId);
  const entries = await query.selectFrom('audit').selectAll().where('id', 'in', ids).execute();
  const postings = await query.selectFrom('ledgerEntry').selectAll().where('id', 'in', ids).execute();
  return {
    history: new Map(entries.map((row) => [row.id, fitting(() => entryHash(auditText(row), sha256))])),
    book: new Map(postings.map((row) => [row.id, fitting(() => sha256(postingText(postingOf(row))))])),
  };
}

/** Empty for what has no text, such as half a cent that was forced into a column: it was never sealed like that. */
function fitting(hash: () => string): string {
  try {
    return hash();
  } catch (error) {
    if (error instanceof TypeError) return '';
    throw error;
  }
}
