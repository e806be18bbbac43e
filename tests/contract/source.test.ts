import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const generated = /(^|\/)(node_modules|gql|dist|\.out)\//;

/** The files of a folder, by their path from the root, with their text. */
const filesIn = (folder: string): { path: string; text: string }[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !generated.test(path))
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

const product = ['api/src', 'admin-spa/src', 'customer-spa/src'].flatMap(filesIn);
const everything = [...product, ...filesIn('tests')];

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

const offenders = (files: readonly { path: string; text: string }[], wrong: RegExp): string[] =>
  files.flatMap(({ path, text }) => {
    const found = wrong.exec(withoutComments(text));
    return found === null ? [] : [`${path}: ${found[0]}`];
  });

test.each([
  ['asks the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/],
  ['is random', /\bMath\.random\b|\bcrypto\b|\brandomUUID\b/],
  ['waits', /\basync\b|\bawait\b|\bnew Promise\b|\bsetTimeout\b/],
  ['has classes or decorators', /\bclass\s+\w+|^\s*@\w+\(/m],
  ['looks around', /\bprocess\.|\bnode:|\bfetch\(/],
])('nothing in the domain %s', (_what, wrong) => {
  const domain = product.filter(({ path }) => path.startsWith('api/src/domain/'));
  expect(domain.length).toBeGreaterThan(10);
  expect(offenders(domain, wrong)).toEqual([]);
});

test('the environment is read in one file', () => {
  const others = product.filter(({ path }) => path !== 'api/src/config.ts');
  expect(offenders(others, /\bprocess\.env\b/)).toEqual([]);
});

test('every screen and every module names what it gives: no default exports', () => {
  expect(offenders(product, /^export default\b/m)).toEqual([]);
});

test('nothing is left open, and no type is forced twice', () => {
  expect(offenders(product, /\bas unknown as\b|@ts-ignore|@ts-nocheck/)).toEqual([]);
});

test('a rule that denies is written as a rule: not() of the shield opens the door when its inner rule breaks', () => {
  const rules = product.filter(({ path }) => path === 'api/src/graphql/rules.ts');
  expect(rules).toHaveLength(1);
  expect(offenders(rules, /\bnot\(|\bor\(|\bcontextual\b|\bstrict\b/)).toEqual([]);
});

test('no file is longer than 300 lines, and half of the product fits on 60', () => {
  expect(everything.filter(({ text }) => linesOf(text) > 300).map(({ path }) => path)).toEqual([]);
  const lengths = product.map(({ text }) => linesOf(text)).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
});

test('file names are kebab-case', () => {
  const odd = everything.map(({ path }) => path).filter((path) => !/^[a-z0-9./-]+$/.test(path));
  expect(odd).toEqual([]);
});
