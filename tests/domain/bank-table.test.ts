import { describe, expect, test } from 'vitest';
import { guessMapping, headerSignature, type TableRow } from '../../api/src/domain/bank/column-mapping.ts';
import { linesOfTable, mappingProblem } from '../../api/src/domain/bank/table-lines.ts';

const usual = { dayOrder: 'DMY', currency: 'EUR', account: '' } as const;
const rowsOf = (text: string): TableRow[] =>
  text
    .trim()
    .split('\n')
    .map((line, at) => ({ row: at + 1, cells: line.trim().split('|') }));
const read = (text: string, currency = 'EUR') => {
  const rows = rowsOf(text);
  return linesOfTable(rows, guessMapping(rows, { ...usual, currency }));
};
const short = (text: string, currency?: string) =>
  read(text, currency).lines.map((line) => [
    line.bookedOn,
    line.amount,
    line.currency,
    line.name,
    line.reference,
  ]);

describe('tables of banks', () => {
  test('a German one, with an introduction before the head', () => {
    expect(
      short(`
        Girokonto|DE89 3704 0044 0532 0130 00
        Stand|24.11.2026
        Buchungstag|Wertstellung|Buchungstext|Auftraggeber / Begünstigter|Verwendungszweck|Betrag|Währung
        24.11.2026|25.11.2026|GUTSCHRIFT|Silva Dental|INV-2026-0001|1.124,70|EUR
        25.11.2026|25.11.2026|LASTSCHRIFT|Stadtwerke|Strom|-89,00|EUR`),
    ).toEqual([
      ['2026-11-24', 112_470, 'EUR', 'Silva Dental', 'INV-2026-0001'],
      ['2026-11-25', -8900, 'EUR', 'Stadtwerke', 'Strom'],
    ]);
  });

  test('an Australian one with money in and money out', () => {
    expect(
      short(
        `Date|Description|Debit|Credit|Balance
        24/11/2026|SILVA DENTAL INV-2026-0001||1,124.70|5,000.00
        25/11/2026|OFFICE RENT|2,000.00||3,000.00
        26/11/2026|FEE|-10.00||2,990.00`,
        'AUD',
      ),
    ).toEqual([
      ['2026-11-24', 112_470, 'AUD', '', ''],
      ['2026-11-25', -200_000, 'AUD', '', ''],
      ['2026-11-26', -1000, 'AUD', '', ''],
    ]);
  });

  test('an American one, whose days say so', () => {
    expect(
      short('Posting Date|Payee|Memo|Amount|Transaction ID\n11/24/2026|Ana|Thanks|12.00|T1', 'USD'),
    ).toEqual([['2026-11-24', 1200, 'USD', 'Ana', '']]);
  });

  test('one without a head, by what stands in it', () => {
    expect(
      short(
        '2026-11-24|Silva|12.00|Invoice INV-2026-0001\n2026-11-25|Mori|-3.50|Refund for the second chair',
      ),
    ).toEqual([
      ['2026-11-24', 1200, 'EUR', 'Silva', 'Invoice INV-2026-0001'],
      ['2026-11-25', -350, 'EUR', 'Mori', 'Refund for the second chair'],
    ]);
  });

  test('what cannot be read is named by its line, and the rest is read', () => {
    const { lines, problems } = read(`Date|Name|Amount|Currency
      24.11.2026|A|1,00|EUR
      31.11.2026|B|2,00|EUR
      25.11.2026|C|two|EUR
      |D|4,00|EUR
      25.11.2026|E||EUR
      25.11.2026|F|6,00|XXX
      Total
      ||
      26.11.2026|G|7,00|`);
    expect(lines.map(({ name, row }) => [name, row])).toEqual([
      ['A', 2],
      ['G', 10],
    ]);
    expect(problems).toEqual([
      { row: 3, message: '“31.11.2026” is no day.' },
      { row: 4, message: '“two” is no amount in EUR.' },
      { row: 5, message: 'The date is missing.' },
      { row: 6, message: 'The amount is missing.' },
      { row: 7, message: '“XXX” is no currency.' },
      { row: 8, message: '“Total” is no day.' },
    ]);
  });

  test('an amount in both columns, or in none, is not guessed', () => {
    const { lines, problems } = read(`Date|Debit|Credit
      24.11.2026|1,00|2,00
      24.11.2026||
      24.11.2026|0,00|3,00`);
    expect(lines.map(({ amount }) => amount)).toEqual([300]);
    expect(problems.map(({ message }) => message)).toEqual([
      'There is an amount in both columns.',
      'The amount is missing.',
    ]);
  });

  test('a mapping needs a day and an amount', () => {
    const columns = guessMapping(rowsOf('Payee|Memo\nA|B'), usual).columns;
    const mapping = { ...guessMapping([], usual), columns };
    expect(mappingProblem(mapping)).toMatch(/date/);
    expect(mappingProblem({ ...mapping, columns: { ...columns, date: 0 } })).toMatch(/amount/);
    expect(mappingProblem({ ...mapping, columns: { ...columns, date: 0, credit: 1 } })).toBeNull();
  });

  test('the same head is known again, however it is written', () => {
    expect(headerSignature(['Buchungstag', ' Währung*'])).toBe(headerSignature(['BUCHUNGSTAG', 'WAHRUNG']));
    expect(headerSignature(['a', 'b'])).not.toBe(headerSignature(['b', 'a']));
  });

  test('texts are on one line, without signs that nobody sees, and end somewhere', () => {
    const [line] = read(
      `Date|Name|Amount\n24.11.2026|Si\u202elva\u0007  \tDental${'x'.repeat(300)}|1,00`,
    ).lines;
    expect(line?.name).toMatch(/^Si lva Dentalx+$/);
    expect(line?.name.length).toBe(140);
  });
});
