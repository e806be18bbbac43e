/**
 * What kind of statement a text is, by how it begins and not by its name: `OFXHEADER:100` and `<OFX>` are OFX, a
 * `BkToCstmrStmt` in XML is CAMT.053, and what has columns could be CSV.
 */
import type { StatementFormat, StatementProblem } from './statement.ts';

/** The format, or why the text is none of them. */
export function formatOf(text: string): { format: StatementFormat } | { problem: StatementProblem } {
  const start = text.slice(0, 4096).trimStart();
  if (start === '') return { problem: 'EMPTY' };
  if (/^<!doctype html/i.test(start)) return { problem: 'WRONG_KIND' };
  // Entities that a file declares itself can make four lines into gigabytes; no bank needs them.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { problem: 'UNSAFE' };
  if (/^OFXHEADER\s*:/i.test(start) || /<OFX>/i.test(start)) return { format: 'OFX' };
  if (start.startsWith('<')) {
    if (/<(\w+:)?BkToCstmrStmt[\s>]/.test(start)) return { format: 'CAMT_053' };
    return { problem: /camt\.0\d\d/.test(start) ? 'OTHER_CAMT' : 'WRONG_KIND' };
  }
  return isTable(start) ? { format: 'CSV' } : { problem: 'WRONG_KIND' };
}

/** Lines with something between columns; anything with signs that no keyboard makes is no table of a bank. */
const isTable = (start: string): boolean =>
  !/[\u0001-\u0008\u000e-\u001f\ufffd]/.test(start) && /[,;\t|]/.test(start) && !start.startsWith('%PDF');
