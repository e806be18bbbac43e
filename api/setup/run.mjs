// The commands of package.json. Each does its own set-up, on a machine that has Node 20 or later and npm and nothing else.
import { join } from 'node:path';
import { allTests, checks, runAll } from './checks.mjs';
import { develop } from './dev.mjs';
import { CommandFailed } from './run-command.mjs';
import { prepare, root, runNode } from './steps.mjs';

const cli = (...args) => runNode([join(root, 'api/dist/cli.js'), ...args]);

const commands = {
  start: async () => {
    await prepare();
    // A small young generation costs no speed here and saves 70 MB under load (npm run bench).
    // What was compiled is kept: a fifth of the work of a start, which is then ready that much sooner after a crash.
    const env = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/countersign/compiled') };
    await runNode(['--max-semi-space-size=8', join(root, 'api/dist/main.js')], { env });
  },
  test: async () => {
    await prepare();
    await runAll([...checks, ...allTests]);
  },
  check: async () => {
    await prepare('generate');
    await runAll(checks);
  },
  dev: async () => {
    await prepare('generate');
    await develop();
  },
  bench: async () => {
    await prepare();
    await runNode([join(root, 'tests/bench/bench.ts')]);
  },
  hostile: async (...args) => {
    await prepare();
    await runNode([join(root, 'tests/hostile/publish.ts'), ...args]);
  },
  seed: async () => {
    await prepare('build-api');
    await cli('seed');
  },
  countersign: async (...args) => {
    await prepare('build-api');
    await cli(...args);
  },
};

const [name = '', ...args] = process.argv.slice(2);
try {
  await commands[name](...args);
} catch (error) {
  process.exitCode = error instanceof CommandFailed && Number.isInteger(error.code) ? error.code : 1;
  // A command that failed has said why; only what broke before it could speak is told here.
  if (!(error instanceof CommandFailed)) process.stderr.write(`${error.stack ?? error}\n`);
}
