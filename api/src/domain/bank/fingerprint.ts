/**
 * By what a line is known again when it comes in another file. Statements overlap: who downloads November on the 20th and on the
 * 30th has half of it twice. Where the bank gives ids, account, id, day and amount tell, in whatever format they come; elsewhere
 * everything that the line says. Two transfers that are equal to the letter on one day are two lines: the second one of
 * a file is the second one of the next file too, so each line is counted among its equals.
 */
import { searchKey } from '../search-key.ts';
import type { StatementLine } from './statement.ts';

/** The line as a text that is the same wherever it comes; hashed by whoever keeps it. */
function spelling(line: StatementLine): string {
  const common = [accountKey(line.account), line.bookedOn, line.currency, line.amount];
  return line.bankId === null
    ? ['row', ...common, searchKey(line.name), searchKey(line.reference), searchKey(line.text)].join('\n')
    : ['id', ...common, line.bankId].join('\n');
}

/** The IBAN `DE89 3704 0044 0532 0130 00` and the account 532013000 of the same bank end alike. */
const accountKey = (account: string): string =>
  account
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(-6);

/** The spelling of each line with its number among its equals in this file, in their order. */
export function fingerprints(lines: readonly StatementLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const text = spelling(line);
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return `${text}\n${count}`;
  });
}
