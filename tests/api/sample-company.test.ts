import { expect, test } from 'vitest';
import { findBroken } from '../../api/src/check/check.ts';
import { readConfig } from '../../api/src/config.ts';
import { openDatabase } from '../../api/src/db/database.ts';
import { firstStart } from '../../api/src/db/first-start.ts';
import { migrate } from '../../api/src/db/migrate.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { approvalProblem } from '../../api/src/domain/quote.ts';
import { draftOf } from '../../api/src/quotes/quote-draft.ts';
import { databases, freshDatabase } from '../support/databases.ts';
import { startTestApp } from '../support/app.ts';

test.each(databases)('an empty database on a laptop gets the sample company, once, on %s', async (kind) => {
  const { app, close } = await startTestApp(kind);
  const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: await freshDatabase(kind) });
  const db = await openDatabase(config.DATABASE_URL);
  await migrate(db, app.instance.clock.now());
  const instance = { ...app.instance, config, db };
  expect((await firstStart(instance)).join()).toContain('olivia@harbourpine.example');
  await firstStart(instance);
  const quotes = await db.read.selectFrom('quote').selectAll().orderBy('id').execute();
  expect(quotes.map(({ number, title, status, gross }) => ({ number, title, status, gross }))).toEqual([
    { number: 'QT-SILVA-0001-1', title: 'Website migration', status: 'OPEN', gross: 329_900 },
    { number: null, title: 'Repair of the till computer', status: 'DRAFT', gross: 61_400 },
    { number: null, title: 'Website care and photo shoot', status: 'DRAFT', gross: 104_025 },
  ]);
  const customer = { address: ['3 King Street'], taxNumber: '' };
  for (const quote of quotes) {
    const { title, validUntil } = quote;
    const today = localDate('2026-11-21');
    expect(approvalProblem({ ...draftOf(quote), title, validUntil, customer }, today)).toBeNull();
  }
  expect(await findBroken(db)).toEqual([]);
  await db.close();
  await close();
});
