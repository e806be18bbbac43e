import { afterAll, describe, expect, test } from 'vitest';
import { createFileCleaner } from '../../api/src/adapters/file-cleaner.ts';
import { fingerprints } from '../../api/src/domain/bank/fingerprint.ts';
import type { StatementReading } from '../../api/src/domain/bank/reading.ts';
import { paths } from '../../api/src/paths.ts';
import { aCamtEntry, aCamtFile, anOfxFile, anOfxXmlFile, aTable } from '../support/statements.ts';

const cleaner = createFileCleaner({ workerFile: paths.fileWorker });
afterAll(() => cleaner.close());

const reading: StatementReading = {
  mapping: null,
  usual: { dayOrder: 'DMY', currency: 'AUD', account: '062-000 12345678' },
};
const read = (file: string | Buffer) =>
  cleaner.statement(typeof file === 'string' ? Buffer.from(file) : file, reading);
const sound = async (file: string | Buffer) => {
  const outcome = await read(file);
  if ('problem' in outcome) throw new Error(outcome.problem);
  return outcome;
};
const contentOf = async (file: string | Buffer) => (await sound(file)).content;
const problemOf = async (file: string | Buffer) => {
  const outcome = await read(file);
  return 'problem' in outcome ? outcome.problem : null;
};

const silva = {
  bookedOn: '2026-11-24',
  amount: 112_470,
  currency: 'AUD',
  name: 'Müller & Söhne',
  bankId: 'A-1',
};

describe('files of banks', () => {
  test('CSV in the letters of old Windows', async () => {
    const text = aTable([
      { day: '24/11/2026', name: 'Müller & Söhne', amount: '1,124.70', reference: 'INV-2026-0001' },
    ]);
    const { format, mapping, table, content } = await sound(Buffer.from(text, 'latin1'));
    expect(format).toBe('CSV');
    expect(mapping?.columns).toMatchObject({ date: 0, name: 1, reference: 2, amount: 3 });
    expect(table).toMatchObject({
      columnCount: 4,
      top: [['Date', 'Name', 'Reference', 'Amount'], expect.any(Array)],
    });
    expect(content.lines[0]).toMatchObject({ ...silva, bankId: null, row: 2, account: '062-000 12345678' });
  });

  test('CSV with separators, quotation marks and line breaks inside of texts', async () => {
    const { lines } = await contentOf(
      '\ufeffDate;Name;Amount\r\n"24.11.2026";"A ""B""; C\r\nD";"1.124,70"\r\n\r\n25.11.2026;E;-5,00\r\n',
    );
    expect(lines.map(({ name, amount }) => [name, amount])).toEqual([
      ['A "B"; C D', 112_470],
      ['E', -500],
    ]);
  });

  test('OFX of version 1, where no tag of a value is closed, and of version 2', async () => {
    const line = {
      id: 'A-1',
      day: '20261124',
      amount: '1124.70',
      name: 'M&#252;ller &amp; S&#xF6;hne',
      memo: 'INV-2026-0001',
    };
    for (const file of [anOfxFile([line]), anOfxXmlFile([line])]) {
      const { lines, problems } = await contentOf(file);
      expect(problems).toEqual([]);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatchObject({ ...silva, reference: 'INV-2026-0001', account: '12345678' });
    }
  });

  test('CAMT.053 with name spaces, a batch and what is not booked yet', async () => {
    const { lines, problems } = await contentOf(
      aCamtFile([
        aCamtEntry({ id: 'A-1', amount: '1124.70', name: 'Müller &amp; Söhne', words: 'INV-2026-0001' }),
        aCamtEntry({ id: 'A-2', amount: '30.00', batch: ['10.00', '20.00'] }),
        aCamtEntry({ id: 'A-3', amount: '31.00', batch: ['10.00', '20.00'] }),
        aCamtEntry({ id: 'A-4', amount: '5.00', sign: 'DBIT' }),
        aCamtEntry({ id: 'A-5', amount: '5.00', status: 'PDNG' }),
        aCamtEntry({ id: 'A-6', amount: '5.005' }),
      ]),
    );
    expect(lines[0]).toMatchObject({ ...silva, reference: expect.stringContaining('INV-2026-0001') });
    expect(lines.map(({ bankId, amount }) => [bankId, amount])).toEqual([
      ['A-1', 112_470],
      ['A-2/1', 1000],
      ['A-2/2', 2000],
      ['A-3', 3100],
      ['A-4', -500],
    ]);
    expect(problems).toEqual([{ row: 6, message: 'The amount is missing or none.' }]);
  });

  test('CAMT.053 that writes its letters as numbers', async () => {
    const entry = aCamtEntry({
      id: 'A-1',
      amount: '1124.70',
      name: 'M&#252;ller &amp; S&#xF6;hne',
      words: 'x',
    });
    const { lines } = await contentOf(aCamtFile([entry.replace('Ccy="AUD"', 'Ccy="&#65;UD"')]));
    expect(lines).toMatchObject([silva]);
    // More of them than any package allows by itself would be a statement that cannot be read.
    const many = Array.from({ length: 2000 }, (_, n) =>
      aCamtEntry({ id: `B-${n}`, amount: '1.00', name: '&#252; &amp; &lt;', words: 'x' }),
    );
    expect((await contentOf(aCamtFile(many))).lines.at(-1)).toMatchObject({
      bankId: 'B-1999',
      name: 'ü & <',
    });
  });

  test('OFX in which somebody wrote a < or forgot an end loses no line', async () => {
    const lines = ['A', 'B', 'C'].map((id) => ({ id, day: '20261124', amount: '1.00', name: id, memo: 'x' }));
    const whole = anOfxFile(lines);
    const ids = async (file: string) => {
      const { lines: read, problems } = await contentOf(file);
      return [read.map(({ bankId }) => bankId), problems];
    };
    expect(await ids(whole)).toEqual([['A', 'B', 'C'], []]);
    expect(await ids(whole.replaceAll('<MEMO>x', '<MEMO>a < b'))).toEqual([['A', 'B', 'C'], []]);
    expect(await ids(whole.replaceAll('</STMTTRN>', ''))).toEqual([['A', 'B', 'C'], []]);
    // What somebody took out stays out.
    expect(await ids(whole.replace('<STMTTRN>', '<!-- <STMTTRN> <FITID>Z </STMTTRN> --><STMTTRN>'))).toEqual([
      ['A', 'B', 'C'],
      [],
    ]);
  });

  test('the same movement in two formats is the same line, where the bank gives it an id', async () => {
    const ofx = await contentOf(
      anOfxFile([{ id: 'A-1', day: '20261124', amount: '1124.70', name: 'M', memo: '' }]),
    );
    const camt = await contentOf(
      aCamtFile([aCamtEntry({ id: 'A-1', amount: '1124.70', name: 'N', words: 'x' })]),
    );
    expect(fingerprints(ofx.lines)).toEqual(fingerprints(camt.lines));
  });
});

describe('files that no bank made', () => {
  const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    '',
  );
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'EMPTY'],
    [
      'a billion laughs',
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><Document><BkToCstmrStmt>&l10;</BkToCstmrStmt></Document>`,
      'UNSAFE',
    ],
    [
      'a file of the server',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><OFX>&f;</OFX>',
      'UNSAFE',
    ],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0,;', 'latin1'), 'WRONG_KIND'],
    ['a paper', '%PDF-1.7\n1 0 obj;', 'WRONG_KIND'],
    ['a page', '<!doctype html><html></html>', 'WRONG_KIND'],
    ['a page without a type', '<html><body>1,2</body></html>', 'WRONG_KIND'],
    [
      'a statement within the day',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.08"><BkToCstmrAcctRpt/></Document>',
      'OTHER_CAMT',
    ],
    ['half a CAMT', aCamtFile([aCamtEntry({ id: 'A', amount: '1.00' })]).slice(0, -60), 'UNREADABLE'],
    [
      'half an OFX',
      anOfxFile([{ id: 'A', day: '20261124', amount: '1', name: 'x', memo: '' }]).slice(0, -20),
      'UNREADABLE',
    ],
    ['half a table', 'Date,Name,Amount\n2026-11-24,"Silva,12.00\n', 'UNREADABLE'],
    ['a statement without a movement', aCamtFile([]), 'NO_LINES'],
    ['one column', 'Date\n2026-11-24\n', 'WRONG_KIND'],
    ['too many columns', `${'a,'.repeat(200)}\n${'1,'.repeat(200)}\n`, 'WRONG_KIND'],
    ['too many lines', `Date,Amount\n${'2026-11-24,1.00\n'.repeat(50_100)}`, 'TOO_MANY_LINES'],
    ['more than it may have', Buffer.alloc(20 * 1024 * 1024 + 1, '1,2\n'), 'TOO_LARGE'],
    ['20 MB of tags without an end', `<OFX>${'<A>'.repeat(6_000_000)}`, 'UNREADABLE'],
  ])('%s is refused', async (_what, file, problem) => {
    expect(await problemOf(file)).toBe(problem);
  });

  test('20 MB of one nesting end the process that opened them, and nothing else', async () => {
    const deep = `<Document><BkToCstmrStmt>${'<a>'.repeat(2_800_000)}${'</a>'.repeat(2_800_000)}</BkToCstmrStmt></Document>`;
    expect(['UNREADABLE', 'TOO_MUCH_WORK', 'NO_LINES']).toContain(await problemOf(deep));
    expect((await contentOf('Date,Amount\n24/11/2026,1.00\n')).lines).toHaveLength(1);
  });

  test('names that every object has are names like others', async () => {
    const { lines } = await contentOf(`__proto__,constructor\n${'24/11/2026,1.00\n'.repeat(3)}`);
    expect(lines).toHaveLength(3);
    const odd =
      '<Document><__proto__><a>1</a></__proto__><BkToCstmrStmt><constructor/><Stmt/></BkToCstmrStmt></Document>';
    expect(['NO_LINES', 'UNREADABLE']).toContain(await problemOf(odd));
  });

  test('OFX rows that cannot be read are named by their line in the file', async () => {
    const { lines, problems } = await contentOf(
      anOfxFile([
        { id: 'A', day: '20261131', amount: '1', name: 'x', memo: '' },
        { id: 'B', day: '20261124', amount: 'one', name: 'x', memo: '' },
        { id: 'C', day: '20261124', amount: '2,50', name: 'x', memo: '' },
      ]),
    );
    expect(lines.map(({ amount }) => amount)).toEqual([250]);
    expect(problems).toEqual([
      { row: expect.any(Number), message: expect.stringMatching(/^“20261131.*” is no day\.$/) },
      { row: expect.any(Number), message: '“one” is no amount in AUD.' },
    ]);
    expect(problems[0]?.row).toBeLessThan(problems[1]?.row ?? 0);
  });
});
