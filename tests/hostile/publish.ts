// npm run hostile: the hostile tests with the counts of a release, and what came of them as one table.
//   npm run hostile              what has not come to its end on this state of the project yet
//   npm run hostile -- G3 G4     only these goals, once more: their counts add up
//   npm run hostile -- table     nothing is run; the table has the newest of each, with its commit
// Every count can be set, so that hours can be spread over several runs: KILLS=500 npm run hostile -- G3
// Both databases have their turn at the same time; ON=sqlite or ON=postgres runs that one alone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../support/figures.ts';
import {
  added,
  allRuns,
  type Job,
  keepRun,
  linesOf,
  runsOf,
  tableRow,
  thisState,
} from '../support/kept-figures.ts';

/** The release column of design/reliability.md 4.1, of KILLS and ORDER_SEEDS a half on each database. */
const counts = {
  ROUNDS: '1000',
  KILLS: '1000',
  SEEDS: '10',
  CASES: '10000',
  MUTANTS: '50000',
  TOKENS: '1000000',
  PAIRS: '5000',
  PLACES: '1000',
  COPIES: '50',
  ORDERS: '720',
  ORDER_SEEDS: '10',
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
  WATCH_SECONDS: '60',
  BURST_EVENTS: '60000',
  DATED_STAGES: '1000',
  STAGE_KILLS: '50',
  EXPORTED_ROWS: '100000',
  PROCESS_MAILS: '1000',
  WATCHED_MAILS: '20000',
  CHECKS: '20',
};

/** The order in which they are run, and that of the table. */
const order = [
  ...['G1', 'G2', 'G3', 'G4', 'G6', 'G7', 'G8', 'G13', 'G14', 'G16', 'G22'],
  ...['SG-08', 'INV', 'LK-05', 'KL-04', 'KL-05', 'KL-07', 'KL-08', 'KL-12', 'WH-18', 'ML-08', 'ML-10'],
  ...['DB-03', 'DB-06', 'DB-08', 'DB-09', 'LK-04', 'G19'],
];

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const here = join(import.meta.dirname, '..');
const out = join(here, '.out');
const kept = join(out, 'hostile.jsonl');
const state = thisState();

const place = (goal: string): number => (order.indexOf(goal) + order.length + 1) % (order.length + 1);
const rankOf = (goals: readonly string[]): number => Math.min(...goals.map(place));

/** Each file of tests that has rows for the table, with their goals: a test names its goal where it makes the row. */
const jobs: (Job & { goals: string[] })[] = ['hostile', 'adapters', 'api']
  .flatMap((folder) => readdirSync(join(here, folder)).map((name) => `${folder}/${name}`))
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((file) => {
    const text = readFileSync(join(here, file), 'utf8');
    const goals = [...new Set([...text.matchAll(/goal: '([^']+)'/g)].map((match) => match[1] ?? ''))];
    if (goals.length === 0) return [];
    const isOnBoth = text.includes('each(databases)');
    return (isOnBoth ? ['sqlite', 'postgres'] : ['']).map((on) => ({ file, on, goals }));
  })
  .toSorted((a, b) => rankOf(a.goals) - rankOf(b.goals));

/** Runs a file on a database and keeps what it saw: of a run that failed as well, because each row was seen to hold. */
async function run({ file, on }: Job): Promise<number> {
  const name = `${file.replaceAll('/', '-')}-${on || 'once'}`;
  const figures = join(out, `${name}.jsonl`);
  rmSync(figures, { force: true });
  const log = join(out, `${name}.log`);
  const project = file.startsWith('adapters/') ? 'rules' : 'databases';
  const vitest = join(here, 'node_modules/vitest/vitest.mjs');
  // Each file is given the time that its count takes; what hangs is seen by the person who waits for it.
  const args = [vitest, 'run', '--project', project, '--testTimeout=0', file];
  const env = { ...counts, ...process.env, FIGURES: figures, ...(on !== '' && { ON: on }) };
  const started = Date.now();
  const what = [file, on].filter(Boolean).join(' on ');
  say(`▸ ${what}`);
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, args, { cwd: here, stdio: ['ignore', output, output], env });
  const [exit] = (await once(child, 'exit')) as [number | null];
  const code = exit ?? 1;
  const seconds = Math.round((Date.now() - started) / 1000);
  const at = new Date().toISOString();
  keepRun(kept, { file, on, state, at, seconds, code, figures: linesOf<Figure>(figures) });
  rmSync(figures, { force: true });
  say(code === 0 ? `✓ ${what}, ${seconds} s` : `✗ ${what}, ${seconds} s: see ${log}`);
  return code;
}

const isSame = (a: Job, b: Job): boolean => a.file === b.file && a.on === b.on;
const isDone = (job: Job): boolean => runsOf(kept, state).some((one) => isSame(one, job) && one.code === 0);

/** What was asked for; without any, what has not come to its end on this state. */
function chosen(asked: readonly string[]): typeof jobs {
  if (asked[0] === 'table') return [];
  return jobs
    .filter(({ on }) => on === '' || on === (process.env['ON'] ?? on))
    .filter((job) => (asked.length > 0 ? job.goals.some((goal) => asked.includes(goal)) : !isDone(job)));
}

async function inTurn(lane: readonly Job[]): Promise<number[]> {
  const codes: number[] = [];
  for (const job of lane) codes.push(await run(job));
  return codes;
}

mkdirSync(out, { recursive: true });
const asked = process.argv.slice(2);
const unknown = asked.filter((goal) => goal !== 'table' && jobs.every(({ goals }) => !goals.includes(goal)));
if (unknown.length > 0) throw new Error(`No test makes a row for ${unknown.join(', ')}.`);
const all = chosen(asked);
const lanes = [all.filter(({ on }) => on !== 'postgres'), all.filter(({ on }) => on === 'postgres')];
const codes = (await Promise.all(lanes.map(inTurn))).flat();

/** Each job as it last came to its end, on whatever state of the project that was: the table says on which. */
const rows = jobs
  .flatMap((job) => {
    const runs = allRuns(kept).filter((one) => isSame(one, job));
    const newest = runs.findLast(({ code }) => code === 0)?.state;
    return added(runs.filter((one) => one.state === newest)).map((row) => ({ row, of: newest ?? '' }));
  })
  .toSorted((a, b) => place(a.row.goal) - place(b.row.goal) || (a.row.on < b.row.on ? -1 : 1));
const never = jobs.filter((job) => allRuns(kept).every((one) => one.code !== 0 || !isSame(one, job)));
const failed = runsOf(kept, state).filter(({ code }) => code !== 0);
const remarks = [
  ...never.map(({ file, on, goals }) => `${goals.join(', ')}: ${file} ${on} has not come to its end yet`),
  ...failed.map(({ file, on, at }) => `${file} ${on} failed at ${at}`),
];
const lines = [
  `${state}, ${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
  '',
  '| goal | what was done | on | how often | found | commit |',
  '|---|---|---|---:|---:|---|',
  ...rows.map(({ row, of }) => `${tableRow(row)} ${of} |`),
  ...(remarks.length > 0 ? ['', ...remarks.map((remark) => `- ${remark}`)] : []),
];
say(`\n${lines.join('\n')}\n`);
writeFileSync(join(out, 'hostile.md'), `${lines.join('\n')}\n`);
process.exitCode = Math.max(0, ...codes);
