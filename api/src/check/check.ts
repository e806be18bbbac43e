import type { Database, Sql } from '../db/database.ts';
import { forgottenErasures } from '../erasures/apply-noted.ts';
import type { Noted } from '../erasures/noted.ts';
import { bankInvariants } from './bank-invariants.ts';
import { brokenBlobs } from './blobs.ts';
import { brokenChain } from './chain.ts';
import { brokenDocuments } from './documents.ts';
import { erasureInvariants } from './erasure-invariants.ts';
import { recordInvariants } from './invariants.ts';
import { moneyInvariants } from './money-invariants.ts';
import { historyInvariants, promiseInvariants } from './promise-invariants.ts';
import { referenceInvariants } from './reference-invariants.ts';
import { brokenSeals } from './seals.ts';

/** What does not hold, and for which row. */
export type Finding = { name: string; subject: string };
/** One thing that was looked at. */
export type Look = { name: string; findings: Finding[] };

/** What no query can answer: everything is read again, piece by piece, and recomputed. */
const walks: readonly { name: string; walk(query: Sql): AsyncGenerator<Finding> }[] = [
  {
    name: 'every approved quote, its evidence and its amounts are what was sealed and signed',
    walk: brokenSeals,
  },
  { name: 'the history and the book are the chain that was sealed and mailed', walk: brokenChain },
  { name: 'every kept document is what was signed when it was kept', walk: brokenDocuments },
  { name: 'every stored file is what its hash says', walk: brokenBlobs },
];

/** A broken database must not fill the memory of the one who looks at it. */
const most = 100;

/**
 * Looks at everything that must never be so, one thing after the other, on the live database; and whether it knows of every erasure
 * that was noted beside it. Reads only.
 */
export async function* lookAtAll(
  db: Database,
  now = new Date(),
  noted: readonly Noted[] = [],
): AsyncGenerator<Look> {
  const queries = [
    ...recordInvariants,
    ...moneyInvariants,
    ...bankInvariants,
    ...promiseInvariants(now),
    ...historyInvariants,
    ...referenceInvariants,
    ...erasureInvariants,
  ];
  for (const { name, broken } of queries) {
    const { rows } = await broken(db.read);
    yield { name, findings: rows.map(({ subject }) => ({ name, subject })) };
  }
  for (const { name, walk } of walks) {
    const findings: Finding[] = [];
    for await (const finding of walk(db.read)) {
      findings.push(finding);
      if (findings.length >= most) break;
    }
    yield { name, findings };
  }
  const forgotten = await forgottenErasures(db.read, noted);
  const name = 'every erasure that was noted beside the database stands in it';
  yield { name, findings: forgotten.map(({ erasure, day }) => ({ name, subject: `${erasure} of ${day}` })) };
}

/** Everything that must never be so and is; empty when all is well. */
export async function findBroken(db: Database, now?: Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const look of lookAtAll(db, now)) findings.push(...look.findings);
  return findings;
}
