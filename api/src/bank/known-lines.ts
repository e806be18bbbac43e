import type { Sql } from '../db/database.ts';

const atOnce = 500;

/** Which of the fingerprints are of lines that we have. */
export async function knownFingerprints(query: Sql, prints: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let from = 0; from < prints.length; from += atOnce) {
    const rows = await query
      .selectFrom('bankLine')
      .select('fingerprint')
      .where('fingerprint', 'in', prints.slice(from, from + atOnce))
      .execute();
    for (const { fingerprint } of rows) known.add(fingerprint);
  }
  return known;
}
