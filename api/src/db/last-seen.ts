import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Database } from './database.ts';

/** Beside the database lies a note of the newest entry of the history, so that a file that lost something is noticed. */
export const seenFile = (file: string): string => `${file}-seen`;

/** The newest entry that was noted, or null. */
export function lastSeen(file: string): string | null {
  const text = existsSync(seenFile(file)) ? readFileSync(seenFile(file), 'utf8').trim() : '';
  return text === '' ? null : text;
}

const everyMilliseconds = 1000;

/** Notes the newest entry of the history once a second, when there is a newer one; says once when it cannot. Returns how to stop. */
export function noteSeen(db: Database, url: string, report: (error: unknown) => void): () => void {
  if (db.kind !== 'sqlite') return () => undefined;
  const file = url.slice('sqlite:'.length);
  let noted: string | undefined;
  let isFailing = false;
  const timer = setInterval(() => {
    db.read
      .selectFrom('audit')
      .select('id')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
      .then((newest) => {
        if (newest === undefined || newest.id === noted) return;
        note(file, newest.id);
        noted = newest.id;
        isFailing = false;
      })
      .catch((error: unknown) => {
        if (!isFailing) report(error);
        isFailing = true;
      });
  }, everyMilliseconds).unref();
  return () => clearInterval(timer);
}

/** Renamed into place whole: a process that dies here leaves the note that was there before. */
function note(file: string, id: string): void {
  const mine = `${seenFile(file)}.${process.pid}`;
  writeFileSync(mine, `${id}\n`);
  renameSync(mine, seenFile(file));
}
