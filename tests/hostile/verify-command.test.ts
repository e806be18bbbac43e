import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packText } from '../../api/src/domain/evidence-pack.ts';
import { aPackBody, sealed, signer, signingKey } from '../support/evidence-file.ts';

const cli = join(import.meta.dirname, '../../api/dist/cli.js');
const body = aPackBody();

/** The built command, in an empty folder, without configuration: what a stranger has. */
describe('countersign verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-verify-'));
  const at = (name: string): string => join(folder, name);
  const runWith = (env: Record<string, string>, ...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      encoding: 'utf8',
    });
    return { status, stdout };
  };
  const run = (...args: string[]) => runWith({ DATABASE_URL: 'nonsense' }, ...args);
  beforeAll(() => {
    const text = packText(sealed(body));
    writeFileSync(at('evidence.json'), text);
    writeFileSync(at('changed.json'), text.replace('Ana Silva', 'Eve Silva'));
    writeFileSync(at('cut.json'), text.slice(0, -100));
    writeFileSync(at('public.pem'), signer.publicKey);
    writeFileSync(at('signed.pdf'), Buffer.from(body.document.bytes, 'base64'));
    writeFileSync(at('other.pdf'), '%PDF-1.7 another');
  });

  test('holds with the key of the company: exit code 0, and a report for people', () => {
    const { status, stdout } = run('verify', 'evidence.json', '--key', 'public.pem', '--pdf', 'signed.pdf');
    expect(stdout).toContain('This file holds');
    expect(stdout).toContain('What it does not prove');
    expect(stdout).toContain('ok     The PDF that you hold');
    expect(stdout).not.toContain('No key was given');
    expect(status).toBe(0);
  });

  test('says without a key whose key it believed', () => {
    const { status, stdout } = run('verify', 'evidence.json');
    expect(stdout).toContain('No key was given');
    expect(status).toBe(0);
  });

  test.each([
    ['a changed file', ['changed.json'], 'First thing that is wrong: The file as a whole.'],
    ['a file that was cut off', ['cut.json'], 'First thing that is wrong: The shape of the file.'],
    [
      'another PDF',
      ['evidence.json', '--pdf', 'other.pdf'],
      'First thing that is wrong: The PDF that you hold.',
    ],
  ])('names what is wrong with %s: exit code 1', (_what, args, words) => {
    const { status, stdout } = run('verify', ...args, '--key', 'public.pem');
    expect(stdout).toContain(words);
    expect(status).toBe(1);
  });

  test.each([
    ['a file that is not there', ['none.json'], 'none.json cannot be read'],
    ['a PDF alone', ['signed.pdf'], 'A PDF cannot prove anything by itself'],
    ['a key that is none', ['evidence.json', '--key', 'signed.pdf'], 'There is no public key in signed.pdf'],
  ])('cannot judge %s: exit code 2', (_what, args, words) => {
    const { status, stdout } = run('verify', ...args);
    expect(stdout).toContain(words);
    expect(status).toBe(2);
  });

  test('opens no database and leaves nothing behind', () => {
    run('verify', 'evidence.json');
    expect(readdirSync(folder).toSorted()).toEqual(
      ['changed.json', 'cut.json', 'evidence.json', 'other.pdf', 'public.pem', 'signed.pdf'].toSorted(),
    );
  });

  test('the public key that the company gives out is the one that the file is checked with', () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'countersign-key-'));
    const { status, stdout } = runWith({ DATA_DIR, SIGNING_KEY: signingKey }, 'public-key');
    expect(stdout.trim()).toBe(signer.publicKey.trim());
    expect(status).toBe(0);
  });
});
