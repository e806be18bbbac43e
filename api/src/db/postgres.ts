import pg from 'pg';

const int8 = 20;

/** A pool that reads 64-bit integers as numbers: every amount is a safe integer, and a larger one is an error. */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // A database that does not answer is a fault and not a wait without end.
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    // Whoever waits for a row that somebody else does not let go of is told so, as on SQLite.
    lock_timeout: 10_000,
    types: {
      getTypeParser: (oid, format) => (oid === int8 ? readInteger : pg.types.getTypeParser(oid, format)),
    },
  });
  // A connection that the server closes is replaced at the next use, and what was asked of it fails. Without these two it would
  // end the process: the pool listens while a connection is idle, and nobody does between two statements of a transaction.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function readInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is larger than any amount can be`);
  return value;
}
