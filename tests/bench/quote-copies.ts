import { createHash } from 'node:crypto';
import { openSqlite } from '../../api/src/db/sqlite.ts';

type Row = Record<string, string | number | null>;

/** The secret of the link to a copy: 43 characters, as the real ones have. */
export const tokenOf = (kind: string, at: number): string => `${kind}-${at}-`.padEnd(43, 'x');

/** The ids of a copy: its number in the place of the last digits, so that they grow as the real ones do. */
export const idOf = (template: string, at: number): string =>
  template.slice(0, -8) + at.toString(16).padStart(8, '0');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Thousands of open quotes, each with its link: approving them one by one would take longer than what is measured.
 * Each has its own number in its own snapshot, sealed anew. Gives the seals, one for each copy.
 */
export function copyQuote(file: string, quoteId: string, kind: string, count: number): string[] {
  const database = openSqlite(file, 'write');
  const read = (table: string, column: string, more = ''): Row => {
    const text = `select * from ${table} where ${column} = ? ${more}`;
    const row = database.prepare<string[], Row>(text).get(quoteId);
    if (row === undefined) throw new Error(`The quote to copy has no ${table}`);
    return row;
  };
  const insert = (table: string, row: Row) => {
    const names = Object.keys(row);
    return database.prepare<Row>(
      `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    );
  };
  const quote = read('quote', 'id');
  const link = read('link', 'quote_id');
  const approval = read('audit', 'quote_id', `and action = 'quote.finalized'`);
  const [insertQuote, insertLink] = [insert('quote', quote), insert('link', link)];
  const insertApproval = insert('audit', approval);
  const number = String(quote['number']);
  const seals: string[] = [];
  database.transaction(() => {
    for (let at = 0; at < count; at += 1) {
      const id = idOf(quoteId, at);
      const own = `${number}-${at}`;
      const snapshot = String(quote['snapshot']).replace(`"number":"${number}"`, `"number":"${own}"`);
      seals.push(sha256(snapshot));
      // An offer of its own each, as the tables ask: family, place among the customer's, number.
      insertQuote.run({
        ...quote,
        id,
        family_id: id,
        revision: 2 + at,
        number: own,
        snapshot,
        snapshot_hash: seals.at(-1) ?? null,
      });
      // The gate asks the history for the seal and the last valid day.
      insertApproval.run({
        ...approval,
        id: idOf(String(approval['id']), at),
        quote_id: id,
        facts: String(approval['facts']).replace(String(quote['snapshot_hash']), seals.at(-1) ?? ''),
      });
      insertLink.run({
        ...link,
        id: idOf(String(link['id']), at),
        quote_id: id,
        token_hash: sha256(tokenOf(kind, at)),
      });
    }
  })();
  database.close();
  settleFile(file);
  return seals;
}

/** Everything in the one file, so that it can be copied: a killed server leaves its last commits beside it. */
export function settleFile(file: string): void {
  const database = openSqlite(file, 'write');
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}
