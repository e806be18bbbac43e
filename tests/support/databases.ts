import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

/** Everything that touches a database is tested on each. */
export const databases = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof databases)[number];

/** The address of an empty database that nobody else uses. */
export const freshDatabase = (kind: DatabaseKind): Promise<string> =>
  kind === 'sqlite' ? Promise.resolve(freshSqlite()) : freshPostgres(inject('postgresUrl'));

const freshSqlite = (): string => `sqlite:${join(mkdtempSync(join(tmpdir(), 'countersign-')), 'test.db')}`;

async function freshPostgres(serverUrl: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).toString();
}
