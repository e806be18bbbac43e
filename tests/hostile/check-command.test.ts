import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepBlob } from '../../api/src/attachments/blobs.ts';
import { instant } from '../../api/src/db/instant.ts';
import { residentMegabytes } from '../bench/process-figures.ts';
import { built } from '../support/built.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { unguarded } from '../support/unguarded.ts';
import { startLoad } from '../support/world-load.ts';
import { settled, startWorld } from '../support/world.ts';

const cli = built('cli.js');
const checks = Number(process.env['CHECKS'] ?? 1);
/** What is read through each time, in megabytes, and by how many the process may grow: of PostgreSQL's bytes come twice as many. */
const stored = 80;
const most = { sqlite: 130, postgres: 200 };

/** `countersign check` as somebody at a console runs it: its exit code, its report, and the most memory that it took. */
async function check(databaseUrl: string) {
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: databaseUrl,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'countersign-check-')),
  };
  const child = spawn(process.execPath, [cli, 'check'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let report = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (report += chunk.toString()));
  let megabytes = 0;
  const watch = setInterval(() => {
    const now = residentMegabytes(child.pid ?? 0);
    if (now > megabytes) megabytes = now;
  }, 5);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  return { code, report, megabytes };
}

test.each(databases)(
  'INV: countersign check beside live writes on %s ends with 0 and stays small; after a change by SQL it ends with 1 and names it',
  async (kind) => {
    const world = await startWorld(kind);
    const { db } = world.office;
    const server = await world.server();
    const { megabytes: usual } = await check(world.databaseUrl);
    await db.transaction(async ({ sql }) => {
      for (let at = 0; at < stored; at += 1)
        await keepBlob(sql, { contentType: 'image/png', bytes: randomBytes(1_000_000) }, instant(new Date()));
    });
    const load = startLoad(world, server.url);
    let megabytes = 0;
    for (let round = 0; round < checks; round += 1) {
      const { code, report, ...took } = await check(world.databaseUrl);
      expect([code, report]).toEqual([0, expect.stringMatching(/Looked at \d+ things: all is well\.\n$/)]);
      megabytes = Math.max(megabytes, took.megabytes);
    }
    await load.stop();
    expect(load.facts.wrong).toEqual([]);
    expect(load.facts.signed.length).toBeGreaterThan(0);
    expect(megabytes - usual).toBeLessThan(most[kind]);
    expect(await settled(world)).toEqual([]);
    expect(await server.stop()).toBe(0);
    await db.transaction((tx) =>
      unguarded(
        db,
        tx,
        ['acceptance'],
        [
          `update acceptance set evidence = replace(evidence, 'Ana Silva', 'Eve Silva') where id = (select min(id) from acceptance)`,
        ],
      ),
    );
    const { code, report } = await check(world.databaseUrl);
    expect(code).toBe(1);
    expect(report).toMatch(/ {2}BROKEN {2}.*\n +.*the evidence of an acceptance matches its hash: \S+/);
    expect(report).toMatch(/\d found that must never be so\./);
    const what = `countersign check beside live writes, with ${stored} MB of files to read`;
    const worst = { MB: Math.round(megabytes), 'grown MB': Math.round(megabytes - usual) };
    process.stdout.write(`INV on ${kind}: ${JSON.stringify(worst)}\n`);
    figure({ goal: 'INV', what, on: kind, count: checks, found: 0, worst });
    await world.close();
  },
  120_000 + checks * 20_000,
);
