/** The database is busy, full, read-only or going down: trying again later may help. */
const passing =
  /^(SQLITE_(BUSY|FULL|READONLY|IOERR|CANTOPEN)\w*|53\w{3}|57P\w{2}|08\w{3}|40001|40P01|55P03|25P03|ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN)$/;

/** What the driver of PostgreSQL says without a code when the line breaks or no connection becomes free. */
const lineBroke =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error, or what caused it, is one that whoever asked should come back after. */
export function isPassing(thrown: unknown): boolean {
  let current: unknown = thrown;
  for (let depth = 0; depth < 8 && current instanceof Error; depth += 1) {
    if ('code' in current && passing.test(String(current.code))) return true;
    if (lineBroke.test(current.message)) return true;
    current = current.cause;
  }
  return false;
}
