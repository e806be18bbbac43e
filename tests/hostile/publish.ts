// npm run hostile: the hostile tests with the counts of a release, and what came of them as one table.
// Every count can be set, for a shorter look: ROUNDS=50 KILLS=100 npm run hostile
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../support/figures.ts';

/** The release column of design/reliability.md 4.1. */
const counts = {
  ROUNDS: '1000',
  KILLS: '2000',
  SEEDS: '10',
  CASES: '10000',
  MUTANTS: '50000',
  TOKENS: '1000000',
  PAIRS: '5000',
  PLACES: '1000',
  COPIES: '50',
};

/** What has to be in the table, or a test did not come to its end. */
const wanted = [
  'G1',
  'G3',
  'G4',
  'G8',
  'G13',
  'G14',
  'G16',
  'LK-04',
  'LK-05',
  'SG-08',
  'INV',
  'KL-07',
  'KL-08',
];

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const here = join(import.meta.dirname, '..');
const out = join(here, '.out');
const raw = join(out, 'hostile.jsonl');
const number = (value: number): string => value.toLocaleString('en-US');

mkdirSync(out, { recursive: true });
rmSync(raw, { force: true });
writeFileSync(raw, '');
const began = performance.now();
/** The exit code of one kind of tests. */
async function run(...which: string[]): Promise<number> {
  const env = { ...counts, ...process.env, FIGURES: raw };
  const tests = spawn(process.execPath, [join(here, 'node_modules/vitest/vitest.mjs'), 'run', ...which], {
    cwd: here,
    stdio: 'inherit',
    env,
  });
  const [code] = (await once(tests, 'exit')) as [number | null];
  return code ?? 1;
}

const codes = [
  await run('--project', 'rules', 'adapters/verify-pack'),
  await run('--project', 'databases', 'hostile'),
];

const rows = readFileSync(raw, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Figure)
  .toSorted((a, b) => wanted.indexOf(a.goal) - wanted.indexOf(b.goal) || (a.on < b.on ? -1 : 1));
const lines = [
  `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${Math.round((performance.now() - began) / 60_000)} minutes`,
  '',
  '| goal | what was done | on | how often | found |',
  '|---|---|---|---:|---:|',
  ...rows.map(
    ({ goal, what, on, count, found }) => `| ${goal} | ${what} | ${on} | ${number(count)} | ${found} |`,
  ),
  ...wanted
    .filter((goal) => rows.every((row) => row.goal !== goal))
    .map((goal) => `| ${goal} | did not come to its end: see above | | | failed |`),
];
say(`\n${lines.join('\n')}\n`);
writeFileSync(join(out, 'hostile.md'), `${lines.join('\n')}\n`);
process.exitCode = Math.max(...codes);
