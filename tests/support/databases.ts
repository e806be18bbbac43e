import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

export type DatabaseKind = 'sqlite' | 'postgres';

/** Everything that touches a database is tested on each; ON=sqlite or ON=postgres leaves the other out (npm run hostile). */
export const databases: readonly DatabaseKind[] = (['sqlite', 'postgres'] as const).filter(
  (kind) => kind === (process.env['ON'] ?? kind),
);

/** The address of an empty database that nobody else uses. */
export const freshDatabase = (kind: DatabaseKind): Promise<string> =>
  kind === 'sqlite' ? Promise.resolve(freshSqlite()) : freshPostgres(inject('postgresUrl'));

const freshSqlite = (): string => `sqlite:${join(mkdtempSync(join(tmpdir(), 'countersign-')), 'test.db')}`;

/** A PostgreSQL database as a stranger may have made it: in American English, which sorts by letters and not by bytes. */
export const freshEnglishPostgres = (): Promise<string> =>
  freshPostgres(inject('postgresUrl'), `template template0 locale_provider icu icu_locale 'en-US'`);

async function freshPostgres(serverUrl: string, how = ''): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name} ${how}`);
  await client.end();
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).toString();
}
