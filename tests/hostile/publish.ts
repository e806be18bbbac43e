// npm run hostile: the hostile tests with the counts of a release, and what came of them as one table.
//   npm run hostile              every goal that has no row of this commit yet
//   npm run hostile -- G3 G4     only these, once more: their counts add up
//   npm run hostile -- table     nothing is run, the table is printed
// Every count can be set, so that hours can be spread over several runs: KILLS=500 npm run hostile -- G3
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../support/figures.ts';
import { keptOf, rowsOf, tableRow, thisState } from '../support/kept-figures.ts';

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
  ORDERS: '720',
  ORDER_SEEDS: '20',
  PROVIDER_FAULTS: '500',
  SMTP_FAULTS: '1000',
  SMTP_RESETS: '500',
  SHARED_MAILS: '10000',
  OUTBOX_ROWS: '100000',
  CHECKPOINT_SECONDS: '3600',
  FLIPS: '500',
  LEVELS: '50',
  FAULTS: '50',
  FULL_ROUNDS: '500',
};

/** The order of the table. What is named here and has no row did not come to its end. */
const wanted = [
  ...['G1', 'G2', 'G3', 'G4', 'G6', 'G7', 'G8', 'G13', 'G14', 'G16', 'G19', 'G22'],
  ...[
    'LK-04',
    'LK-05',
    'SG-08',
    'INV',
    'KL-04',
    'KL-07',
    'KL-08',
    'ML-08',
    'ML-10',
    'DB-03',
    'DB-06',
    'DB-08',
    'DB-09',
  ],
];

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const here = join(import.meta.dirname, '..');
const out = join(here, '.out');
const keptFile = join(out, 'hostile.jsonl');
const commit = thisState();

/** Each file of tests that has rows for the table, with their goals: a test names its goal where it makes the row. */
const files = ['hostile', 'adapters', 'api']
  .flatMap((folder) => readdirSync(join(here, folder)).map((name) => `${folder}/${name}`))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => {
    const text = readFileSync(join(here, name), 'utf8');
    return {
      name,
      goals: [...new Set([...text.matchAll(/goal: '([^']+)'/g)].map((match) => match[1] ?? ''))],
    };
  })
  .filter(({ goals }) => goals.length > 0);

/** Runs one file of tests and keeps its rows: those of a run that failed as well, because each was seen to hold. */
async function run(name: string): Promise<number> {
  const figures = join(out, `hostile-${process.pid}.jsonl`);
  rmSync(figures, { force: true });
  const project = name.startsWith('adapters/') ? 'rules' : 'databases';
  const args = [join(here, 'node_modules/vitest/vitest.mjs'), 'run', '--project', project, name];
  const env = { ...counts, ...process.env, FIGURES: figures };
  const [code] = (await once(
    spawn(process.execPath, args, { cwd: here, stdio: 'inherit', env }),
    'exit',
  )) as [number | null];
  const at = new Date().toISOString();
  for (const row of rowsOf<Figure>(figures))
    appendFileSync(keptFile, `${JSON.stringify({ ...row, commit, at })}\n`);
  rmSync(figures, { force: true });
  return code ?? 1;
}

/** The files whose goals were asked for; without any, those that lack a row of this commit. */
function chosen(asked: readonly string[]): string[] {
  if (asked[0] === 'table') return [];
  const done = new Set(keptOf(keptFile, commit).map(({ goal }) => goal));
  const isWanted = (goal: string): boolean => (asked.length > 0 ? asked.includes(goal) : !done.has(goal));
  return files.filter(({ goals }) => goals.some(isWanted)).map(({ name }) => name);
}

mkdirSync(out, { recursive: true });
const asked = process.argv.slice(2);
const unknown = asked.filter((goal) => goal !== 'table' && files.every(({ goals }) => !goals.includes(goal)));
if (unknown.length > 0) throw new Error(`No test makes a row for ${unknown.join(', ')}.`);
const codes: number[] = [];
for (const name of chosen(asked)) codes.push(await run(name));

const place = ({ goal }: Figure): number => (wanted.indexOf(goal) + wanted.length + 1) % (wanted.length + 1);
const rows = keptOf(keptFile, commit).toSorted((a, b) => place(a) - place(b) || (a.on < b.on ? -1 : 1));
const missing = wanted.filter((goal) => rows.every((row) => row.goal !== goal));
const lines = [
  `${commit}, ${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
  '',
  '| goal | what was done | on | how often | found |',
  '|---|---|---|---:|---:|',
  ...rows.map(tableRow),
  ...missing.map((goal) => `| ${goal} | has not come to its end on this commit | | | |`),
];
say(`\n${lines.join('\n')}\n`);
writeFileSync(join(out, 'hostile.md'), `${lines.join('\n')}\n`);
process.exitCode = Math.max(0, ...codes);
