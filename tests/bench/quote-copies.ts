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
 * Their snapshots are the template's, so their seals hold.
 */
export function copyQuote(file: string, quoteId: string, kind: string, count: number): void {
  const database = openSqlite(file, 'write');
  const read = (table: string, column: string): Row => {
    const row = database.prepare<string[], Row>(`select * from ${table} where ${column} = ?`).get(quoteId);
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
  const [insertQuote, insertLink] = [insert('quote', quote), insert('link', link)];
  database.transaction(() => {
    for (let at = 0; at < count; at += 1) {
      const id = idOf(quoteId, at);
      // An offer of its own each, as the tables ask: family, place among the customer's, number.
      insertQuote.run({
        ...quote,
        id,
        family_id: id,
        sequence: 1_000 + at,
        number: `${quote['number']}-${at}`,
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
}

/** Everything in the one file, so that it can be copied: a killed server leaves its last commits beside it. */
export function settleFile(file: string): void {
  const database = openSqlite(file, 'write');
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}
