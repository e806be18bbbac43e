import type { Database } from '../db/database.ts';
import { invariants } from './invariants.ts';
import { brokenSeals } from './seals.ts';

export type Finding = { name: string; subject: string };

/** Everything that must never be so and is, on the live database; empty when all is well. Reads only. */
export async function findBroken(db: Database): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const invariant of invariants) {
    const { rows } = await invariant.broken(db.read);
    findings.push(...rows.map(({ subject }) => ({ name: invariant.name, subject })));
  }
  for await (const finding of brokenSeals(db.read)) findings.push(finding);
  return findings;
}
