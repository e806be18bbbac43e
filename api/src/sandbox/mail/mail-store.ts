import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Raw mails by id, oldest first. Ids sort by arrival. */
export type MailStore = {
  ids(): string[];
  raw(id: string): Buffer | undefined;
  add(id: string, raw: Buffer): void;
  clear(): void;
};

/** Keeps so many of the last mails, in a directory of .eml files when there is one, so that a restart shows them again. */
export function mailStore(directory: string | null, most: number): MailStore {
  const mails = new Map<string, Buffer>();
  const fileOf = (id: string): string | null => directory && join(directory, `${id}.eml`);
  const forget = (id: string): void => {
    mails.delete(id);
    const file = fileOf(id);
    if (file) rmSync(file, { force: true });
  };
  const forgetOldest = (): void => {
    for (const id of [...mails.keys()].slice(0, Math.max(0, mails.size - most))) forget(id);
  };
  if (directory !== null) {
    mkdirSync(directory, { recursive: true });
    for (const name of readdirSync(directory).toSorted()) {
      const id = /^([0-9a-f-]{36})\.eml$/u.exec(name)?.[1];
      if (id !== undefined) mails.set(id, readFileSync(join(directory, name)));
    }
    forgetOldest();
  }
  return {
    ids: () => [...mails.keys()],
    raw: (id) => mails.get(id),
    add: (id, raw) => {
      const file = fileOf(id);
      if (file) {
        // Renamed into place: a mail that was acknowledged is there whole after a kill.
        writeFileSync(`${file}.new`, raw);
        renameSync(`${file}.new`, file);
      }
      mails.set(id, raw);
      forgetOldest();
    },
    clear: () => {
      for (const id of [...mails.keys()]) forget(id);
    },
  };
}
