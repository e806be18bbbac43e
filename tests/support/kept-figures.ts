import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figures.ts';

/** One file of tests, run once on one database. */
export type Job = { file: string; on: string };
/** How a run ended, and what it saw until then, on which state of the project. */
export type Run = Job & { state: string; at: string; seconds: number; code: number; figures: Figure[] };

const root = join(import.meta.dirname, '../..');
/** Words about the project change nothing that is measured. */
const measured = ['--', '.', ':!*.md'];
const git = (...args: string[]): string =>
  execFileSync('git', [...args, ...measured], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

/** The commit, with a mark of what was changed since: figures of another state are not those of this one. */
export function thisState(): string {
  try {
    const commit = git('log', '-1', '--abbrev=12', '--format=%h');
    const changes = git('diff', 'HEAD') + git('ls-files', '--others', '--exclude-standard');
    return changes === ''
      ? commit
      : `${commit}+${createHash('sha256').update(changes).digest('hex').slice(0, 8)}`;
  } catch {
    return 'no commit';
  }
}

export const keepRun = (file: string, run: Run): void => appendFileSync(file, `${JSON.stringify(run)}\n`);

export const allRuns = (file: string): Run[] => linesOf<Run>(file);

export const runsOf = (file: string, state: string): Run[] =>
  allRuns(file).filter((run) => run.state === state);

export const linesOf = <T>(file: string): T[] =>
  (existsSync(file) ? readFileSync(file, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** What the runs saw, that of several runs of the same added up. */
export function added(runs: readonly Run[]): Figure[] {
  const sums = new Map<string, Figure>();
  for (const row of runs.flatMap(({ figures }) => figures)) {
    const place = [row.goal, row.on, row.what].join('\n');
    const before = sums.get(place);
    sums.set(place, before === undefined ? row : sum(before, row));
  }
  return [...sums.values()];
}

const sum = (a: Figure, b: Figure): Figure => ({
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
