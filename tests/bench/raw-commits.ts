// A process of its own: how many signatures a second SQLite itself commits, with nothing around it.
import { openSqlite } from '../../api/src/db/sqlite.ts';
import { idOf } from './quote-copies.ts';
import { insertInto, readWritten, writtenFor } from './write-set.ts';

const [file = '', templateId = '', countText = ''] = process.argv.slice(2);
const count = Number(countText);
const database = openSqlite(file, 'write');
const signed = idOf(templateId, 0);
const customerId = String(database.prepare('select customer_id from quote where id = ?').pluck().get(signed));
const template = readWritten(database, signed);
const inserts = template.map((written) => insertInto(database, written));
const accept = database.prepare(
  "update quote set status = 'ACCEPTED', accepted_at = ?, gross = ?, version = version + 1 where id = ? and status = 'OPEN'",
);
const nextNumber = database.prepare(
  'insert into counter (series, value) values (?, 1) on conflict (series) do update set value = counter.value + 1 returning value',
);
// The first copy was signed for real, and gave the rows.
const sets = Array.from({ length: count }, (_, at) => writtenFor(template, customerId, at + 1));

const commit = database.transaction((at: number, set: (typeof sets)[number]): void => {
  if (accept.run('2026-01-01T00:00:00.000Z', 374_900, idOf(templateId, at)).changes !== 1)
    throw new Error('Not open');
  nextNumber.get('INV-BENCH');
  for (const [table, values] of set.entries()) inserts[table]?.run(...values);
}).immediate;

const started = performance.now();
for (const [at, set] of sets.entries()) commit(at + 1, set);
const seconds = (performance.now() - started) / 1000;
database.close();
process.stdout.write(
  JSON.stringify({
    perSecond: count / seconds,
    rows: template.reduce((sum, { rows }) => sum + rows.length, 2),
  }),
);
