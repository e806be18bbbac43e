import { OptimisticLockError } from '@mikro-orm/core';

/**
 * What PostgreSQL says to the loser of a race: serialization failure, deadlock, or somebody else wrote the same unique
 * value first, or took away what the row refers to. The transaction did nothing; run again it finds what the winner wrote.
 */
const lostRace = new Set(['40001', '40P01', '23503', '23505']);

/** Another transaction changed the row after we had read it: the whole transaction is run again and finds the change. */
export class LostRace extends Error {
  readonly code = '40001';
}

/** Runs a whole transaction again when the database asks for it, at most three times. */
export async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === 3 || !lostRace.has(codeOf(error))) throw error;
    }
  }
}

function codeOf(error: unknown): string {
  // Two edits of one version: run again, the loser finds what the winner wrote and answers to that.
  if (error instanceof OptimisticLockError) return '40001';
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
