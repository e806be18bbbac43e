import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import { textCell } from '../domain/csv-cell.ts';

/** A table in parts: the names of the columns, then rows, as many at a time as are held in memory. */
export type CsvParts = AsyncIterable<readonly CsvRow[]>;
/** A number, in digits, stays one; everything else is a text. */
export type CsvRow = readonly (string | { number: string })[];

/** Without it spreadsheets on Windows take the letters for those of another century. */
const byteOrderMark = '\ufeff';

const cell = (value: CsvRow[number]): string => (typeof value === 'string' ? textCell(value) : value.number);

async function* texts(parts: CsvParts): AsyncGenerator<string> {
  yield byteOrderMark;
  for await (const rows of parts) {
    yield stringify(
      rows.map((row) => row.map(cell)),
      { record_delimiter: '\r\n' },
    );
    // Whoever reads fast must not keep everybody else waiting until the end of the table.
    await turn();
  }
}

/** Sends the table as it is read: the next part is asked for when the last one has gone. */
export const sendCsv = (reply: FastifyReply, filename: string, parts: CsvParts) =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${filename}"`)
    .header('cache-control', 'private, no-store')
    .send(Readable.from(texts(parts), { objectMode: false, highWaterMark: 1 }));
