import Database from 'better-sqlite3';
import { setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery, type DatabaseConnection, SqliteDialect, SqliteDriver } from 'kysely';
import { preparedOnce } from './prepared.ts';

/**
 * Kysely begins deferred transactions: of two writers that read first, one fails at once with SQLITE_BUSY_SNAPSHOT,
 * and busy_timeout does not help. IMMEDIATE takes the write lock first, so the second waits its turn. It waits here and
 * not inside SQLite, where waiting would stop the whole process with all its reads.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database;
  #busySince = 0;
  #lastBusy = -Infinity;

  constructor(database: Database.Database, onDamage: (error: Error) => void) {
    super({ database: preparedOnce(database, onDamage) });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        this.#lastBusy = -Infinity;
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        const now = performance.now();
        // Counted from the first that waited: those who queue behind it must not each wait as long again.
        if (now - this.#lastBusy > longestWait) this.#busySince = now;
        this.#lastBusy = now;
        if (now - this.#busySince > longestWait) throw error;
      }
      await pause(4);
    }
  }

  /** A full disk or a read error makes SQLite roll back by itself; a second time would hide what happened. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database;
  readonly #onDamage: (error: Error) => void;
  constructor(database: Database.Database, onDamage: (error: Error) => void) {
    super({ database });
    database.pragma('busy_timeout = 0');
    this.#database = database;
    this.#onDamage = onDamage;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database, this.#onDamage);
  }
}

const oldestSafeVersion = '3.51.3';
/** How long a writer waits for another process, in milliseconds. */
const longestWait = 5000;

/** Opens one connection with every pragma set and read back: a reopened WAL file silently falls back to NORMAL. */
export function openSqlite(file: string, mode: 'write' | 'read'): Database.Database {
  const database = new Database(file, { timeout: longestWait, readonly: mode === 'read' });
  if (mode === 'write') database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.pragma('foreign_keys = on');
  database.pragma('wal_autocheckpoint = 4000');
  // The journal of a savepoint otherwise goes to a file of its own, and pages of a long transaction are written twice.
  database.pragma('temp_store = memory');
  database.pragma(`cache_size = -${mode === 'write' ? 16_000 : 8000}`);
  assertSettings(database);
  return database;
}

function assertSettings(database: Database.Database): void {
  const settings = {
    journal_mode: database.pragma('journal_mode', { simple: true }),
    synchronous: database.pragma('synchronous', { simple: true }),
    foreign_keys: database.pragma('foreign_keys', { simple: true }),
    busy_timeout: database.pragma('busy_timeout', { simple: true }),
  };
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: longestWait };
  if (JSON.stringify(settings) !== JSON.stringify(wanted)) {
    throw new Error(`SQLite did not take its settings: ${JSON.stringify(settings)}`);
  }
  const version = String(database.prepare('select sqlite_version()').pluck().get());
  if (isOlder(version, oldestSafeVersion)) {
    throw new Error(
      `SQLite ${version} can lose committed writes (WAL reset); ${oldestSafeVersion} or later is needed`,
    );
  }
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}
