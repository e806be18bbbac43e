// npm run bench: what the product carries on this machine, beside what the machine itself can do in the same run.
// Absolute figures are of the machine and of what else it does; compare the ratios.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { prepareGround } from './ground.ts';
import { type Figures, measure } from './measure.ts';
import { summarise, tableOf } from './report.ts';
import { startSlowMail } from './slow-mail.ts';

const numberFrom = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

const runs = numberFrom('BENCH_RUNS', 3);
const sizes = {
  signatures: numberFrom('BENCH_SIGNATURES', 2500),
  reads: numberFrom('BENCH_READS', 10_000),
  clients: numberFrom('BENCH_CLIENTS', 32),
};

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), node: process.version };

say(
  `Countersign on ${machine.cores} x ${machine.cpu}, Node ${machine.node}; ${runs} runs, ${sizes.clients} clients`,
);
const mail = await startSlowMail();
const ground = await prepareGround(sizes.signatures, numberFrom('BENCH_INVOICES', 1_000_000), mail.url);
const measured: Figures[] = [];
try {
  for (let run = 1; run <= runs; run += 1) {
    measured.push(await measure(ground, sizes, mail.url));
    say(`run ${run} of ${runs} done`);
  }
} finally {
  mail.close();
  ground.remove();
}
const summary = summarise(measured);
const out = join(import.meta.dirname, '../.out');
mkdirSync(out, { recursive: true });
writeFileSync(
  join(out, 'bench.json'),
  `${JSON.stringify({ machine, sizes, at: new Date().toISOString(), runs: measured, summary }, null, 2)}\n`,
);
say(`\n${tableOf(summary)}\n\nAll figures: tests/.out/bench.json`);
