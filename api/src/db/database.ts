import { MikroORM as PostgresOrm, type SqlEntityManager } from '@mikro-orm/postgresql';
import { MikroORM as SqliteOrm } from '@mikro-orm/sqlite';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CamelCasePlugin, Kysely, PostgresDialect, SqliteDialect, type Transaction } from 'kysely';
import { entities, type Tables } from './entities.ts';
import { openPool } from './postgres.ts';
import { preparedOnce } from './prepared.ts';
import { retried } from './retried.ts';
import { SharedCommit } from './shared-commit.ts';
import { ImmediateSqliteDialect, openSqlite } from './sqlite.ts';

export type Sql = Kysely<Tables>;

/**
 * Two roads into one transaction: entities for what staff edit (optimistic version, unit of work), typed SQL for
 * everything that is read in bulk or has to be fast (the unit of work costs five times what SQLite does).
 */
export type Tx = { em: SqlEntityManager; sql: Sql };

export type Database = {
  kind: 'sqlite' | 'postgres';
  /** Reads outside a transaction; on SQLite a connection of its own, so that they never wait for a writer. */
  read: Sql;
  /** All of it or nothing. Nothing but the database may be awaited inside. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const camelCase = new CamelCasePlugin();

/**
 * Opens `sqlite:<file>` or `postgres://…`. The tables have to be migrated before anything else is done. Is told of damage to a
 * file that is found while it is in use.
 */
export async function openDatabase(
  url: string,
  onDamage: (error: Error) => void = () => undefined,
): Promise<Database> {
  return url.startsWith('sqlite:')
    ? openSqliteDatabase(url.slice('sqlite:'.length), onDamage)
    : openPostgresDatabase(url);
}

async function openSqliteDatabase(file: string, onDamage: (error: Error) => void): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true });
  const writer = openSqlite(file, 'write');
  const orm = await SqliteOrm.init({
    entities,
    dbName: file,
    ensureDatabase: false,
    driverOptions: new ImmediateSqliteDialect(writer, onDamage),
  });
  const reader = openSqlite(file, 'read');
  // Not at the first use, which asks for the one connection again and would wait for itself inside a transaction.
  await orm.connect();
  const commits = new SharedCommit(orm.em.getKysely<Tables>(), writer);
  const read = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: preparedOnce(reader, onDamage) }),
    plugins: [camelCase],
  });
  return {
    kind: 'sqlite',
    read,
    transaction: (work) => commits.transaction((transaction) => inside(orm.em, transaction, work)),
    close: async () => {
      await read.destroy();
      await orm.close();
    },
  };
}

async function openPostgresDatabase(url: string): Promise<Database> {
  const pool = openPool(url);
  const orm = await PostgresOrm.init({
    entities,
    dbName: 'by-url',
    ensureDatabase: false,
    driverOptions: new PostgresDialect({ pool }),
  });
  const read = orm.em.fork().getKysely<Tables>().withPlugin(camelCase);
  return {
    kind: 'postgres',
    read,
    transaction: (work) => retried(() => inTransaction(orm.em, work)),
    close: () => orm.close(),
  };
}

/** A database whose transactions are all the one under way: what is built from several becomes one. */
export const within = ({ kind }: Database, tx: Tx): Database => ({
  kind,
  read: tx.sql,
  transaction: (work) => work(tx),
  close: () => Promise.resolve(),
});

/**
 * Kysely's own transaction and not the ORM's, which never gives its connection back when BEGIN or ROLLBACK fails: after
 * one busy moment no write would ever run again.
 */
const inTransaction = <T>(orm: SqlEntityManager, work: (tx: Tx) => Promise<T>): Promise<T> =>
  orm
    .fork()
    .getKysely<Tables>()
    .transaction()
    .execute((transaction) => inside(orm, transaction, work));

/** The work in a transaction that somebody else begins and ends. Who needs no entities pays for no unit of work. */
async function inside<T>(
  orm: SqlEntityManager,
  transaction: Transaction<Tables>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const made: { em?: SqlEntityManager } = {};
  const result = await work({
    sql: transaction.withPlugin(camelCase),
    get em() {
      if (made.em !== undefined) return made.em;
      made.em = orm.fork();
      made.em.setTransactionContext(transaction);
      return made.em;
    },
  });
  await made.em?.flush();
  return result;
}
