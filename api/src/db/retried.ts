import { OptimisticLockError } from '@mikro-orm/core';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * What PostgreSQL says to the loser of a race: serialization failure or deadlock, or somebody else wrote the same unique value
 * first, or took away what the row refers to. The transaction did nothing; run again it finds what the winner wrote.
 */
const lostRace = new Set(['40001', '40P01', '23503', '23505']);
/** Of these there is one for each of the others, so it is tried for as long as SQLite waits for another writer. */
const ofMany = new Set(['40001', '40P01']);
const longestWait = 5000;

/** Another transaction changed the row after we had read it: the whole transaction is run again and finds the change. */
export class LostRace extends Error {
  readonly code = '40001';
}

/** Runs a whole transaction again when the database asks for it: after a short while of no fixed length, so that losers part. */
export async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  const began = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const code = codeOf(error);
      const mayGoOn = ofMany.has(code) && performance.now() - began < longestWait;
      if (!lostRace.has(code) || (attempt >= 3 && !mayGoOn)) throw error;
    }
    if (attempt > 1) await pause(Math.random() * Math.min(100, 4 * 2 ** attempt));
  }
}

function codeOf(error: unknown): string {
  // Two edits of one version: run again, the loser finds what the winner wrote and answers to that.
  if (error instanceof OptimisticLockError) return '40001';
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
