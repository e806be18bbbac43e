import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../api/src/domain/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

/** The code of a file without its comments. */
const codeOf = (file: string): string =>
  readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

test.each(files)('%s is pure: no clock, no chance, no waiting, no classes', (file) => {
  const code = codeOf(file);
  expect(code.replace(/'[^'\n]*'/g, '')).not.toMatch(
    /Date\.now|new Date\(\)|Math\.random|\bawait\b|\basync\b|\bprocess\b|\bclass\b|^\s*@\w/m,
  );
  // the word in a sentence is no type
  expect(code.replace(/'[^'\n]*'|`[^`]*`/g, '')).not.toMatch(/\bany\b|as unknown as|export default/);
});

test.each(files)('%s imports its neighbours only', (file) => {
  const imports = [...codeOf(file).matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '');
  const strangers = imports.filter((path) => !/^\.\.?\/([a-z-]+\/)?[a-z-]+\.ts$/.test(path));
  expect(strangers).toEqual(file === 'zone.ts' ? ['temporal-polyfill'] : []);
});

test.each(files)('%s opens with a paragraph for people', (file) => {
  expect(readFileSync(new URL(file, folder), 'utf8')).toMatch(/^\/\*\*/);
});
