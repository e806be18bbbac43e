// What `npm test` and `npm run check` run, in order: what fails fastest comes first.
import { join } from 'node:path';
import { root, runNode, runTool } from './steps.mjs';

const tsc = (project) => ({ says: `Types: ${project}`, work: () => runTool('tsc', '-p', project) });
const tests = (says, ...args) => ({
  says,
  work: () =>
    runNode([join(root, 'tests/node_modules/vitest/vitest.mjs'), 'run', ...args], {
      cwd: join(root, 'tests'),
    }),
});

export const checks = [
  tsc('api'),
  tsc('admin-spa'),
  tsc('customer-spa'),
  tsc('tests'),
  { says: 'Format', work: () => runTool('oxfmt', '--check') },
  { says: 'Lint', work: () => runTool('oxlint', '--type-aware', '--deny-warnings') },
  {
    says: 'Import arrows',
    work: () =>
      runTool(
        'depcruise',
        '--config',
        '.dependency-cruiser.cjs',
        'api/src',
        'admin-spa/src',
        'customer-spa/src',
      ),
  },
  { says: 'Dead code', work: () => runTool('knip') },
  tests('Contract', '--project', 'rules', 'contract'),
];

export const allTests = [
  tests('Rules, letters, adapters, screens', '--project', 'rules', '--exclude', 'contract/**'),
  tests('API and hostile scenarios on SQLite and PostgreSQL', '--project', 'databases'),
  tests('Journeys in a browser', '--project', 'journeys'),
];

export async function runAll(list) {
  const started = Date.now();
  for (const [index, check] of list.entries()) {
    process.stdout.write(`\n▸ ${index + 1}/${list.length} ${check.says}\n`);
    await check.work();
  }
  process.stdout.write(`\nAll is well after ${Math.round((Date.now() - started) / 1000)} s.\n`);
}
