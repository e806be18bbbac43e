import type { openSqlite } from '../../api/src/db/sqlite.ts';
import { idOf } from './quote-copies.ts';

type Database = ReturnType<typeof openSqlite>;
type Value = string | number | null;
type Row = Record<string, Value>;
type Written = { table: string; rows: Row[] };

const uuid = /[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g;

/** The rows that a real signature on this quote wrote, table by table in the order of their references. */
export function readWritten(database: Database, quoteId: string): Written[] {
  const where = (table: string, condition: string): Written => ({
    table,
    rows: database
      .prepare<unknown[], Row>(`select * from ${table} where ${condition}`)
      .all({ quote: quoteId }),
  });
  const ofQuote = (table: string, time: string): Written =>
    where(
      table,
      `quote_id = @quote and ${time} >= (select signed_at from acceptance where quote_id = @quote)`,
    );
  return [
    ofQuote('acceptance', 'signed_at'),
    ofQuote('invoice', 'issued_at'),
    where('payment_log', 'invoice_id in (select id from invoice where quote_id = @quote)'),
    ofQuote('audit', 'at'),
    where('event', "type = 'quote.accepted' and data like '%' || @quote || '%'"),
    ofQuote('link', 'created_at'),
    ofQuote('mail', 'queued_at'),
    where(
      'job',
      "dedupe_key in ('mail:signed:' || @quote, 'mail:invoice:' || (select id from invoice where quote_id = @quote))",
    ),
    where('idempotency', "scope in (select 'link:' || id || ':sign' from link where quote_id = @quote)"),
  ];
}

/** The same rows for another copy of the quote, as the values of one statement per table. */
export function writtenFor(template: Written[], customerId: string, at: number): Value[][] {
  const next = (id: string): string => (id === customerId ? id : idOf(id, at));
  return template.map(({ rows }) =>
    rows.flatMap((row) => Object.entries(row).map(([name, value]) => valueFor(name, value, at, next))),
  );
}

function valueFor(name: string, value: Value, at: number, next: (id: string) => string): Value {
  if (name === 'serial') return at + 1000;
  if (typeof value !== 'string') return value;
  if (name === 'number') return `BENCH-${String(at).padStart(8, '0')}`;
  if (name === 'token_hash') return at.toString(16).padStart(8, '0') + value.slice(8);
  return value.replace(uuid, next);
}

/** One statement per table, with as many rows as the signature wrote there. */
export const insertInto = (database: Database, { table, rows }: Written) => {
  const names = Object.keys(rows[0] ?? {});
  const places = `(${names.map(() => '?').join(', ')})`;
  return database.prepare<Value[]>(
    `insert into ${table} (${names.join(', ')}) values ${rows.map(() => places).join(', ')}`,
  );
};
