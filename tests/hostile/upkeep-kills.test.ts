import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBroken } from '../../api/src/check/check.ts';
import { openDatabase } from '../../api/src/db/database.ts';
import { backup } from '../../api/src/db/backup.ts';
import { migrate } from '../../api/src/db/migrate.ts';
import { keepBlob } from '../../api/src/attachments/blobs.ts';
import { instant } from '../../api/src/db/instant.ts';
import { openSqlite } from '../../api/src/db/sqlite.ts';
import { databases, freshDatabase } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { openOffice } from '../support/world-quotes.ts';

const migratingProgram = new URL('../support/world-migrating.ts', import.meta.url);
const copyingProgram = new URL('../support/world-copying.ts', import.meta.url);
/** How many of the statements are died at: all of them for the figures that are published. */
const places = Number(process.env['PLACES'] ?? 6);
const rounds = Number(process.env['COPIES'] ?? 6);

/** Prepares the database and dies at this statement; the signal, and how many statements there were when it lived. */
async function migrating(url: string, at: number): Promise<{ signal: string | null; statements: number }> {
  const child = fork(migratingProgram, [url, String(at)], { execArgv: [] });
  let statements = 0;
  child.on('message', (count) => (statements = Number(count)));
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return { signal, statements };
}

test.each(databases)(
  'KL-07: a migration that is killed at any statement on %s leaves nothing, and the next start completes it',
  async (kind) => {
    const { statements } = await migrating(await freshDatabase(kind), 0);
    expect(statements).toBeGreaterThan(80);
    const chosen =
      places >= statements
        ? Array.from({ length: statements }, (_, at) => at + 1)
        : [1, 2, statements, ...Array.from({ length: places - 3 }, () => randomInt(3, statements))];
    for (const at of chosen) {
      const url = await freshDatabase(kind);
      expect([at, (await migrating(url, at)).signal]).toEqual([at, 'SIGKILL']);
      const db = await openDatabase(url);
      await expect(db.read.selectFrom('quote').select('id').execute()).rejects.toThrow(/quote/);
      // The database lets go of what a dead process began; then everything is there.
      expect(await migrate(db, new Date())).toEqual(['0001-start']);
      expect(await migrate(db, new Date())).toEqual([]);
      expect(await findBroken(db)).toEqual([]);
      await db.close();
    }
    const what = `a migration of ${statements} statements is killed at one of them`;
    figure({ goal: 'KL-07', what, on: kind, count: chosen.length, found: 0 });
  },
  60_000 + places * 15_000,
);

test(
  'KL-08: a backup that is killed leaves no target or a whole one, and the source as it was',
  async () => {
    const url = await freshDatabase('sqlite');
    const office = await openOffice(url);
    await office.openQuote();
    for (let file = 0; file < 30; file += 1)
      await office.db.transaction(({ sql }) =>
        keepBlob(sql, { contentType: 'image/png', bytes: randomBytes(1_000_000) }, instant(new Date())),
      );
    const folder = mkdtempSync(join(tmpdir(), 'countersign-backup-'));
    const outcomes = { absent: 0, whole: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const target = join(folder, `copy-${round}.db`);
      const child = fork(copyingProgram, [url, target], { execArgv: [] });
      await once(child, 'message');
      const gone = once(child, 'exit');
      await new Promise((resolve) => setTimeout(resolve, randomInt(0, 120)));
      child.kill('SIGKILL');
      await gone;
      if (!existsSync(target)) {
        outcomes.absent += 1;
        // What was begun is in nobody's way.
        await backup(url, target);
      } else outcomes.whole += 1;
      const copy = openSqlite(target, 'read');
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(copy.prepare('select count(*) from blob').pluck().get()).toBe(30);
      copy.close();
      expect(await findBroken(office.db)).toEqual([]);
    }
    process.stdout.write(
      `KL-08: ${rounds} backups killed, ${outcomes.absent} absent, ${outcomes.whole} whole\n`,
    );
    expect(outcomes.absent).toBeGreaterThan(0);
    const what = 'a backup is killed: no target, or a whole one';
    figure({ goal: 'KL-08', what, on: 'sqlite', count: rounds, found: 0 });
    await office.close();
  },
  60_000 + rounds * 20_000,
);
