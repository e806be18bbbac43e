// What has to be there before the product runs: each step with the files that it is made of. A step whose files have
// not changed since it last succeeded is passed over, so the second start takes seconds. Plain JavaScript for Node 20
// and nothing else: this runs before anything is installed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run-command.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const pnpm = 'pnpm@12.21.0';
const vite = (app) => [join(root, app, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'];

const steps = [
  {
    name: 'install',
    says: 'Installing what it needs',
    from: [
      'package.json',
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      '.patches',
      'api/package.json',
      'admin-spa/package.json',
      'customer-spa/package.json',
      'tests/package.json',
    ],
    makes: 'node_modules/.pnpm',
    work: () =>
      run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], { cwd: root }),
  },
  {
    name: 'generate',
    says: 'Generating the typed operations',
    from: ['pnpm-lock.yaml', 'codegen.ts', 'schema', 'admin-spa/src', 'customer-spa/src'],
    makes: 'admin-spa/src/gql',
    work: () => runTool('graphql-codegen', '--silent'),
  },
  {
    name: 'build-api',
    says: 'Building the server',
    from: ['pnpm-lock.yaml', 'api/src', 'api/vite.config.ts', 'api/tsconfig.json', 'tsconfig.base.json'],
    makes: 'api/dist/main.js',
    work: () => runNode(vite('api'), { cwd: join(root, 'api') }),
  },
  {
    name: 'build-admin',
    says: 'Building the office',
    from: ['pnpm-lock.yaml', 'schema', 'admin-spa', 'api/src/domain', 'tsconfig.base.json'],
    makes: 'admin-spa/dist/index.html',
    work: () => runNode(vite('admin-spa'), { cwd: join(root, 'admin-spa') }),
  },
  {
    name: 'build-customer',
    says: 'Building the customer’s page',
    from: ['pnpm-lock.yaml', 'schema', 'customer-spa', 'api/src/domain', 'tsconfig.base.json'],
    makes: 'customer-spa/dist/index.html',
    work: () => runNode(vite('customer-spa'), { cwd: join(root, 'customer-spa') }),
  },
];

/** Does every step up to and with the named one that is not done yet. */
export async function prepare(last = 'build-customer') {
  for (const step of steps) {
    await perform(step);
    if (step.name === last) return;
  }
}

async function perform(step) {
  const stamp = join(root, 'node_modules/.cache/countersign', step.name);
  const state = fingerprint(step.from);
  if (existsSync(join(root, step.makes)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state)
    return;
  const started = Date.now();
  process.stdout.write(`▸ ${step.says} …\n`);
  await step.work();
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, fingerprint(step.from));
  process.stdout.write(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** The pinned Node, from the packages; on a machine that they have no build for, the one that runs this. */
export function node() {
  const pinned = join(root, 'node_modules/.bin/node');
  if (existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath;
  throw new Error(
    `There is no pinned Node for this machine; please install Node 24.7 or later (this is ${process.versions.node}).`,
  );
}

/** Whatever asks for `node` below finds the pinned one first. */
const withPinnedNode = (options) => ({
  cwd: root,
  ...options,
  env: {
    ...process.env,
    ...options.env,
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
  },
});

export const runNode = (args, options = {}) => run(node(), args, withPinnedNode(options));

/** A tool by the name that its package gives it. */
export const runTool = (name, ...args) =>
  run(join(root, 'node_modules/.bin', name), args, withPinnedNode({}));

const ignored = new Set(['node_modules', 'dist', 'gql', '.out']);

function fingerprint(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesOf(join(root, place)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !ignored.has(name))
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
