import { OperatorProblem } from '../operator-problem.ts';

/**
 * What SQLite says when the file itself can no longer be trusted. After a failed fsync nobody knows what the disk holds, and
 * going on would write on top of it. A disk that is full or read-only and a busy file are not among them: nothing was written,
 * and they pass.
 */
const damage = /^SQLITE_(CORRUPT\w*|NOTADB|IOERR_(READ|SHORT_READ|FSYNC|DIR_FSYNC|CORRUPTFS|DATA))$/;

export const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && damage.test(String(error.code));

/** What to do about a database that was found damaged, in one line for whoever runs the machine. */
export const damaged = (file: string, what: string): OperatorProblem =>
  new OperatorProblem(
    `The database ${file} is damaged (${what
      .replace(/^\*\*\*.*\*\*\*/, '')
      .replace(/\s+/g, ' ')
      .trim()}). Nothing is served from it. Keep ${file} and the files beside it (-wal, -shm, -seen) ` +
      'as they are in another place; then put the last backup in its place, alone, and run "npm run countersign -- check".',
  );
