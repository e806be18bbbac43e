import { parse } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { linesOfCamt } from '../../domain/bank/camt.ts';
import { guessMapping, rowsOfHead, type TableRow } from '../../domain/bank/column-mapping.ts';
import { decodeText } from '../../domain/bank/decode.ts';
import { formatOf } from '../../domain/bank/format-of.ts';
import { linesOfOfx } from '../../domain/bank/ofx.ts';
import type { ReadStatement, StatementReading } from '../../domain/bank/reading.ts';
import { separatorOf } from '../../domain/bank/separator.ts';
import {
  type StatementContent,
  type StatementFormat,
  statementLimits,
  type StatementProblem,
} from '../../domain/bank/statement.ts';
import { linesOfTable } from '../../domain/bank/table-lines.ts';
import type { XmlNode } from '../../domain/bank/xml-node.ts';

const sampleRows = 8;

/** The movements of a file that a bank made, or that somebody says a bank made. */
export function readStatement(bytes: Uint8Array, reading: StatementReading): ReadStatement {
  if (bytes.length === 0) return { problem: 'EMPTY' };
  if (bytes.length > statementLimits.bytes) return { problem: 'TOO_LARGE' };
  const text = decodeText(bytes);
  if (text === null) return { problem: 'WRONG_KIND' };
  const found = formatOf(text);
  if ('problem' in found) return found;
  return found.format === 'CSV' ? readTable(text, reading) : readTagged(text, found.format);
}

function readTagged(text: string, format: Exclude<StatementFormat, 'CSV'>): ReadStatement {
  const content = format === 'OFX' ? linesOfOfx(text) : readCamt(text);
  if ('problem' in content) return content;
  return countProblem(content) ?? { format, mapping: null, table: null, content };
}

function readCamt(text: string): StatementContent | { problem: StatementProblem } {
  if (XMLValidator.validate(text) !== true) return { problem: 'UNREADABLE' };
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    textNodeName: '#text',
    removeNSPrefix: true,
    // "&#252;" is an ü in every XML; the package takes it for a matter of HTML.
    htmlEntities: true,
    // Texts stay texts: an amount that became a number would have lost its cents.
    parseTagValue: false,
    parseAttributeValue: false,
  });
  return linesOfCamt(parser.parse(text) as XmlNode);
}

function readTable(text: string, { mapping: given, usual }: StatementReading): ReadStatement {
  const rows = rowsOf(text);
  if (rows === null) return { problem: 'UNREADABLE' };
  if (rows.length > statementLimits.lines + 50) return { problem: 'TOO_MANY_LINES' };
  const columnCount = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (columnCount < 2 || columnCount > statementLimits.columns) return { problem: 'WRONG_KIND' };
  const mapping = given ?? guessMapping(rows, usual);
  const content = linesOfTable(rows, mapping);
  const table = {
    top: cellsOf(rows.slice(0, rowsOfHead)),
    columnCount,
    sample: cellsOf(rows.slice(mapping.firstRow, mapping.firstRow + sampleRows)),
  };
  // A table that nothing can be read from is no reason to turn it away yet: the columns may have been guessed wrong.
  return { format: 'CSV', mapping, table, content };
}

const cellsOf = (rows: readonly TableRow[]): string[][] => rows.map(({ cells }) => [...cells]);

type Parsed = { record: string[]; info: { lines: number } };

function rowsOf(text: string): TableRow[] | null {
  try {
    const records: unknown = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      maxRecordSize: 50_000,
      to: statementLimits.lines + 100,
    });
    // The types of the package know the rows without what `info` adds to them.
    return (records as Parsed[]).map(({ record, info }) => ({ row: info.lines, cells: record }));
  } catch {
    // Quotation marks without an end, or a row without one: the file was cut off or is none.
    return null;
  }
}

function countProblem({ lines, problems }: StatementContent): { problem: StatementProblem } | null {
  if (lines.length > statementLimits.lines) return { problem: 'TOO_MANY_LINES' };
  return lines.length + problems.length === 0 ? { problem: 'NO_LINES' } : null;
}
