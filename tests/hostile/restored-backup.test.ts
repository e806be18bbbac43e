import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { backup } from '../../api/src/db/backup.ts';
import { openDatabase } from '../../api/src/db/database.ts';
import { built } from '../support/built.ts';
import { erasureDesk, zelda } from '../support/erasure-desk.ts';
import { everyRow } from '../support/every-row.ts';
import { startServer } from '../support/server-process.ts';
import { aCompany, type Company } from '../support/steps.ts';

const cli = built('cli.js');

describe('a backup that is older than an erasure', () => {
  let office: Company;
  let dataDir: string;
  /** The restored file, put in the place of the one that was. */
  let restored: string;
  let erased: string;
  beforeAll(async () => {
    office = await aCompany('sqlite');
    dataDir = office.app.instance.config.dataDir;
    const { id } = await office.customer(zelda);
    await office.sentQuote({ title: 'For Zelda Quagmire' }, id);
    const folder = mkdtempSync(join(tmpdir(), 'countersign-restored-'));
    const older = join(folder, 'backup.db');
    await backup(office.app.instance.config.DATABASE_URL, older);
    await erasureDesk(() => office).erase(id);
    erased = id;
    await office.close();
    restored = join(folder, 'countersign.db');
    copyFileSync(older, restored);
  });

  const check = () => {
    const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: `sqlite:${restored}`, DATA_DIR: dataDir };
    const { status, stdout } = spawnSync(process.execPath, [cli, 'check'], { env, encoding: 'utf8' });
    return { status, stdout };
  };
  const rows = async () => {
    const db = await openDatabase(`sqlite:${restored}`);
    const text = await everyRow(db);
    await db.close();
    return text;
  };

  test('EV-10: the list beside the database names nobody', () => {
    const list = readFileSync(join(dataDir, 'erasures.jsonl'), 'utf8').trim().split('\n');
    expect(list).toHaveLength(1);
    expect(JSON.parse(list[0] ?? '')).toEqual({
      erasure: expect.stringMatching(/^[\w-]{36}$/),
      customer: erased,
      day: '2026-11-21',
    });
  });

  test('EV-10: countersign check names the erasure that a restored backup does not show', async () => {
    expect(await rows()).toContain(zelda.email);
    const { status, stdout } = check();
    expect(stdout).toContain('BROKEN  every erasure that was noted beside the database stands in it');
    expect(stdout).toContain(' of 2026-11-21');
    expect(status).toBe(1);
  });

  test('EV-10: the server erases again before it serves, and then all is well', async () => {
    const server = await startServer({ DATABASE_URL: `sqlite:${restored}`, DATA_DIR: dataDir });
    // Nothing is asked of it: what it did it did by itself.
    await server.kill();
    expect(await rows()).not.toMatch(/quagmire|zelda/i);
    expect(check()).toMatchObject({ status: 0, stdout: expect.stringContaining('all is well') });
    expect(readFileSync(join(dataDir, 'erasures.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
  });
});
