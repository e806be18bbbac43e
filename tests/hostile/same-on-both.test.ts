import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../api/src/db/database.ts';
import { migrate } from '../../api/src/db/migrate.ts';
import { freshDatabase, freshEnglishPostgres } from '../support/databases.ts';

const texts = [
  'apple',
  'Apple',
  'Zebra',
  'zebra',
  'Ärger',
  'Arger',
  'öl',
  'a b',
  'ab',
  'a-b',
  '10',
  '9',
  '_x',
  '',
  'é',
  'e\u0301',
  'ß',
  'ss',
  '日本',
  '😀',
  'Ω',
];

describe('DB-10: texts on SQLite, on PostgreSQL, and on a PostgreSQL that was made for English', () => {
  let all: Database[];
  beforeAll(async () => {
    const urls = [
      await freshDatabase('sqlite'),
      await freshDatabase('postgres'),
      await freshEnglishPostgres(),
    ];
    all = await Promise.all(urls.map((url) => openDatabase(url)));
    for (const db of all) {
      await migrate(db, new Date());
      await db.transaction(({ sql }) =>
        sql
          .insertInto('counter')
          .values(texts.map((series, value) => ({ series, value })))
          .execute(),
      );
    }
  });
  afterAll(async () => void (await Promise.all(all.map((db) => db.close()))));
  const onEach = <T>(ask: (db: Database) => Promise<T>) => Promise.all(all.map(ask));
  const series = (db: Database) => db.read.selectFrom('counter').select('series');
  const byBytes = texts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

  test('stand in the same order, and a cursor goes on in the same place', async () => {
    const orders = await onEach(async (db) =>
      (await series(db).orderBy('series').execute()).map((row) => row.series),
    );
    expect(orders).toEqual([byBytes, byBytes, byBytes]);
    for (const text of texts) {
      const rest = await onEach(async (db) =>
        (await series(db).where('series', '>', text).orderBy('series').execute()).map((row) => row.series),
      );
      expect(rest[1]).toEqual(rest[0]);
      expect(rest[2]).toEqual(rest[0]);
    }
  });

  test('are the same or not by the same rule: letters of another case and accents of another make are others', async () => {
    const counts = await onEach(
      async (db) => (await series(db).where('series', '=', 'apple').execute()).length,
    );
    expect(counts).toEqual([1, 1, 1]);
    const composed = await onEach(
      async (db) => (await series(db).where('series', '=', 'é').execute()).length,
    );
    expect(composed).toEqual([1, 1, 1]);
  });

  test('are held by the database everywhere: no text column goes by the language of the database', async () => {
    const [, , english] = all;
    const columns = await english?.transaction(({ em }) =>
      em.execute<object[]>(
        `select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'
         and table_name <> 'migration'`,
      ),
    );
    expect(columns).toEqual([]);
  });
});
