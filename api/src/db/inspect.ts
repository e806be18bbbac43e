import BetterSqlite from 'better-sqlite3';
import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { damaged, isDamage } from './damage.ts';
import { lastSeen, seenFile } from './last-seen.ts';
import { OperatorProblem } from '../operator-problem.ts';

/** Up to here a file is read in moments, and the start waits for it; a larger one is read beside the work. */
const readAtStart = 64 * 1024 * 1024;

/**
 * Looks at a SQLite file before anything is written to it, on a connection that only reads: a log that does not belong to
 * it is not folded in, and whoever has to mend it finds it as it was. Throws with what is wrong and what to do.
 */
export function inspect(url: string): void {
  const file = fileOf(url);
  if (file === null) return;
  if (!existsSync(file)) return expectNone(file);
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(path)) expectWritable(path);
  expectWritable(dirname(file));
  if (statSync(file).size === 0) return;
  expectWhole(file);
  if (!isLarge(url)) readThrough(url);
  expectSeen(file);
}

/** Whether reading through it takes so long that it is done beside the work. */
export function isLarge(url: string): boolean {
  const file = fileOf(url);
  return file !== null && existsSync(file) && statSync(file).size > readAtStart;
}

/** Reads a whole file and throws when it is damaged. After a crash the indexes are held against the tables as well. */
export function readThrough(url: string): void {
  const file = fileOf(url);
  if (file === null) return;
  const look = hasLog(file) ? 'integrity_check(1)' : 'quick_check(1)';
  const answer = reading(file, (database) => String(database.pragma(look, { simple: true })));
  if (answer !== 'ok') throw damaged(file, answer);
}

const fileOf = (url: string): string | null =>
  url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : null;

const hasLog = (file: string): boolean => existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;

/** Asks the file something. What is wrong with the disk is not wrong with the file. */
function reading<T>(file: string, ask: (database: BetterSqlite.Database) => T): T {
  try {
    const database = new BetterSqlite(file, { readonly: true, timeout: 5000 });
    try {
      return ask(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw isDamage(error) ? damaged(file, String(error)) : error;
  }
}

function expectNone(file: string): void {
  const left = [`${file}-wal`, seenFile(file)].find((path) => existsSync(path));
  if (left === undefined) return;
  throw new OperatorProblem(
    `There is ${left}, but no ${file}: the database was moved, or a disk is not there. Put it back; or, to begin anew, remove ${left}.`,
  );
}

/** Tried before SQLite does, which would say no more than that it cannot open something. */
function expectWritable(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new OperatorProblem(
      `${path} cannot be written (${why}). The database needs its folder and its files to be readable and writable for this user, on a disk that is not read-only.`,
    );
  }
}

const magic = 'SQLite format 3\0';

/** The first page says how many pages there are. With a log beside it the file may rightly be shorter than that. */
function expectWhole(file: string): void {
  const head = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  const read = readSync(descriptor, head, 0, 100, 0);
  closeSync(descriptor);
  if (read < 100 || head.toString('latin1', 0, 16) !== magic)
    throw damaged(file, 'it does not begin as a SQLite file');
  const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
  const missing = head.readUInt32BE(28) * pageSize - statSync(file).size;
  if (missing > 0 && !hasLog(file)) throw damaged(file, `the last ${missing} bytes are missing`);
}

/** A file that is older than what was written here lost something: its log was removed, or a copy was put in its place. */
function expectSeen(file: string): void {
  const seen = lastSeen(file);
  if (seen === null) return;
  const isKnown = reading(file, (database) => {
    const count = (text: string, of: string) => Number(database.prepare(text).pluck().get(of));
    const hasHistory = count('select count(*) from sqlite_schema where name = ?', 'audit') > 0;
    return hasHistory && count('select count(*) from audit where id = ?', seen) > 0;
  });
  if (isKnown) return;
  throw new OperatorProblem(
    `The database ${file} is older than it was: an entry of its history that was already written is not there (${seen}). ` +
      `Either its log (${file}-wal) was removed, and with it what was written last: put it back. ` +
      `Or this is a backup: when you want it in spite of what it lacks, remove ${seenFile(file)} and start again.`,
  );
}
