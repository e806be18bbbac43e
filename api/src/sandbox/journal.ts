import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Things by id, oldest first; beyond `limit` the oldest are forgotten. */
export type Collection<T> = {
  get(id: string): T | undefined;
  put(id: string, value: T): void;
  list(): T[];
};

export type Journal = { collection<T>(kind: string, limit: number): Collection<T> };

type Line = [kind: string, id: string, value: unknown];

/**
 * Collections that outlive the process when they are given a file: each change is one line at its end, written before
 * the answer goes out, so that a killed process remembers what it told others. Without a file, memory alone.
 */
export function openJournal(file: string | null): Journal {
  const found = file === null ? [] : readLines(file);
  const kept = new Map<string, Map<string, unknown>>();
  const write = (line: Line): void => {
    if (file !== null) appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
  for (const [kind, id, value] of found) {
    if (!kept.has(kind)) kept.set(kind, new Map());
    kept.get(kind)?.set(id, value);
  }
  if (file !== null) compact(file, kept);
  return {
    collection: <T>(kind: string, limit: number): Collection<T> => {
      // The file holds what this very function wrote, so its values are what they were.
      const items = new Map<string, T>([...(kept.get(kind) ?? [])].slice(-limit) as [string, T][]);
      return {
        get: (id) => items.get(id),
        put: (id, value) => {
          items.set(id, value);
          for (const oldest of [...items.keys()].slice(0, Math.max(0, items.size - limit)))
            items.delete(oldest);
          write([kind, id, value]);
        },
        list: () => [...items.values()],
      };
    },
  };
}

function readLines(file: string): Line[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return [JSON.parse(text) as Line];
      } catch {
        // The last line of a killed process may be half a line.
        return [];
      }
    });
}

/** One line per thing instead of one per change. Renamed into place, so that a kill leaves the old file or the new one. */
function compact(file: string, kept: Map<string, Map<string, unknown>>): void {
  const lines = [...kept].flatMap(([kind, items]) =>
    [...items].map(([id, value]) => JSON.stringify([kind, id, value])),
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, lines.map((line) => `${line}\n`).join(''));
  renameSync(`${file}.new`, file);
}
