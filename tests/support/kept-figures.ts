import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figures.ts';

/** A row as it is kept: what was seen, on which state of the project, and when. */
export type Kept = Figure & { commit: string; at: string };

const root = join(import.meta.dirname, '../..');
const git = (...args: string[]): string =>
  execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** The commit, with a mark of what was changed since: figures of another state are not those of this one. */
export function thisState(): string {
  try {
    const commit = git('rev-parse', '--short=12', 'HEAD').trim();
    const changes = git('diff', 'HEAD') + git('ls-files', '--others', '--exclude-standard');
    return changes === ''
      ? commit
      : `${commit}+${createHash('sha256').update(changes).digest('hex').slice(0, 8)}`;
  } catch {
    return 'no commit';
  }
}

/** The rows that were kept of this state, those of several runs added up. */
export function keptOf(file: string, commit: string): Figure[] {
  const merged = new Map<string, Figure>();
  for (const row of rowsOf<Kept>(file).filter((kept) => kept.commit === commit)) {
    const place = [row.goal, row.on, row.what].join('\n');
    const before = merged.get(place);
    merged.set(place, before === undefined ? row : added(before, row));
  }
  return [...merged.values()];
}

export const rowsOf = <T>(file: string): T[] =>
  (existsSync(file) ? readFileSync(file, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

const added = (a: Figure, b: Figure): Figure => ({
  ...b,
  count: a.count + b.count,
  found: a.found + b.found,
  counted: combined(a.counted, b.counted, (x, y) => x + y),
  worst: combined(a.worst, b.worst, Math.max),
});

const combined = (
  a: Record<string, number> = {},
  b: Record<string, number> = {},
  how: (x: number, y: number) => number,
): Record<string, number> => ({
  ...a,
  ...Object.fromEntries(
    Object.entries(b).map(([name, value]) => [name, name in a ? how(a[name] ?? 0, value) : value]),
  ),
});

const number = (value: number): string => value.toLocaleString('en-US');

/** The row in the published table. */
export function tableRow({ goal, what, on, count, found, counted = {}, worst = {} }: Figure): string {
  const said = [...Object.entries(counted), ...Object.entries(worst)].map(
    ([name, value]) => `${name} ${number(value)}`,
  );
  return `| ${goal} | ${[what, said.join(', ')].filter(Boolean).join(': ')} | ${on} | ${number(count)} | ${found} |`;
}
