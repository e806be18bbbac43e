import { describe, expect, test } from 'vitest';
import { bankDesk } from '../support/bank-desk.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { aCamtEntry, aCamtFile, anOfxFile, aTable } from '../support/statements.ts';

let files = 0;
/** Every test has lines of its own. */
const words = () => `test ${(files += 1)}`;

describe.each(databases)('statements of a bank on %s', (kind) => {
  const office = companyOn(kind);
  const bank = bankDesk(office);

  test('a table is uploaded, looked at and imported, with progress', async () => {
    const own = words();
    const file = aTable([
      { day: '20/11/2026', name: 'Ana', reference: own, amount: '12.00' },
      { day: '24/11/2026', name: 'Rent', reference: own, amount: '-2,000.00' },
    ]);
    const { status, body } = await bank.send(file, 'C:\\Bank\\November.csv');
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.any(String), format: 'CSV', status: 'UPLOADED' });
    expect(await bank.look(body.id)).toMatchObject({
      header: ['Date', 'Name', 'Reference', 'Amount'],
      columnCount: 4,
      isRemembered: false,
      mappingProblem: null,
      lineCount: 2,
      incomingCount: 1,
      knownCount: 0,
      problemCount: 0,
      mapping: {
        firstRow: 1,
        date: 0,
        name: 1,
        reference: 2,
        amount: 3,
        dayOrder: 'DMY',
        decimalSign: 'POINT',
        currency: 'AUD',
      },
      lines: [
        {
          row: 2,
          bookedOn: '2026-11-20',
          amount: { amount: 1200, currency: 'AUD' },
          name: 'Ana',
          isKnown: false,
        },
        { row: 3, amount: { amount: -200_000 } },
      ],
    });
    expect(await bank.begin(body.id)).toMatchObject({ status: 'IMPORTING', lineCount: 2, doneCount: 0 });
    await office().settle();
    expect(await bank.read(body.id)).toMatchObject({
      filename: 'November.csv',
      status: 'IMPORTED',
      lineCount: 2,
      doneCount: 2,
      newCount: 2,
      toMatchCount: 1,
      firstDay: '2026-11-20',
      lastDay: '2026-11-24',
    });
    expect((await bank.linesOf(body)).map(({ status: stands, amount }) => [stands, amount.amount])).toEqual([
      ['OUTGOING', -200_000],
      ['TO_MATCH', 1200],
    ]);
    expect(await office().rows(`select hash from blob`)).toEqual([]);
  });

  test('the same file is the same statement, before and after the import, also all at once', async () => {
    const file = aTable([{ day: '20/11/2026', name: 'Twice', reference: words(), amount: '1.00' }]);
    const sent = await Promise.all([1, 2, 3].map(() => bank.send(file)));
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
    const id = sent[0]?.body.id ?? '';
    await Promise.all([bank.begin(id), bank.begin(id)]);
    await office().settle();
    expect(await bank.begin(id)).toMatchObject({ status: 'IMPORTED', newCount: 1 });
    await office().settle();
    expect((await bank.send(file)).body.id).toBe(id);
    expect(await bank.linesOf({ id })).toHaveLength(1);
  });

  test('of files that overlap each line is kept once, and equal lines of one day stay two', async () => {
    const own = words();
    const row = (day: string, amount: string) => ({ day, name: 'Ana', reference: own, amount });
    const first = await bank.bring(
      aTable([row('01/11/2026', '5.00'), row('02/11/2026', '7.00'), row('02/11/2026', '7.00')]),
    );
    const { body } = await bank.send(
      aTable([row('02/11/2026', '7.00'), row('02/11/2026', '7.00'), row('03/11/2026', '9.00')]),
    );
    expect(await bank.look(body.id)).toMatchObject({
      lineCount: 3,
      knownCount: 2,
      lines: [{ isKnown: true }, { isKnown: true }, { isKnown: false }],
    });
    await bank.begin(body.id);
    await office().settle();
    expect(first).toMatchObject({ newCount: 3 });
    expect(await bank.read(body.id)).toMatchObject({ lineCount: 3, doneCount: 3, newCount: 1 });
    const { items } = await bank.list({ search: own });
    expect(items.map(({ amount }) => amount.amount)).toEqual([900, 700, 700, 500]);
  });

  test('the same movement in another format is the same line, where the bank gives it an id', async () => {
    const id = words();
    await bank.bring(anOfxFile([{ id, day: '20261124', amount: '33.00', name: 'Ana', memo: 'x' }]));
    const again = await bank.bring(
      aCamtFile([
        aCamtEntry({ id, amount: '33.00', words: 'other words' }),
        aCamtEntry({ id: `${id}b`, amount: '33.00' }),
      ]),
    );
    expect(again).toMatchObject({ format: 'CAMT_053', newCount: 1, lineCount: 2 });
  });

  test('rows that cannot be read stop the import, unless somebody says to leave them out; they stay named', async () => {
    const own = words();
    const { body } = await bank.send(
      `Date,Name,Reference,Amount\n20/11/2026,A,${own},1.00\n31/11/2026,B,${own},2.00\n20/11/2026,C,${own},three\n`,
    );
    expect(await bank.begin(body.id)).toMatchObject({
      code: 'STATEMENT_UNREADABLE',
      field: 'skipProblems',
      message: '2 rows cannot be read; the first is line 3: “31/11/2026” is no day.',
    });
    await bank.begin(body.id, null, true);
    await office().settle();
    expect(await bank.read(body.id)).toMatchObject({
      status: 'IMPORTED',
      lineCount: 1,
      newCount: 1,
      problemCount: 2,
      problems: [
        { row: 3, message: '“31/11/2026” is no day.' },
        { row: 4, message: '“three” is no amount in AUD.' },
      ],
    });
  });

  test('columns that somebody put right are remembered for the next file with the same head', async () => {
    const own = words();
    const head = `When;Who;What ${own};How much`;
    const file = (n: number) => `${head}\n03.04.2026;Ana ${n};${own};1.234,50\n05.04.2026;Bo;${own};2,00\n`;
    const { body } = await bank.send(file(1));
    const guess = await bank.look(body.id);
    expect(guess).toMatchObject({ isRemembered: false });
    const right = {
      ...guess.mapping,
      firstRow: 1,
      date: 0,
      name: 1,
      reference: 2,
      amount: 3,
      dayOrder: 'MDY',
      decimalSign: 'COMMA',
      currency: 'EUR',
    };
    expect(await bank.look(body.id, right)).toMatchObject({
      lines: [
        { bookedOn: '2026-03-04', amount: { amount: 123_450, currency: 'EUR' }, name: 'Ana 1' },
        { name: 'Bo' },
      ],
    });
    await bank.begin(body.id, right);
    await office().settle();
    const next = await bank.send(file(2));
    expect(await bank.look(next.body.id)).toMatchObject({
      isRemembered: true,
      mapping: right,
      knownCount: 1,
      lineCount: 2,
    });
  });

  test.each([
    [{ firstRow: -1 }, 'mapping.firstRow'],
    [{ date: 100 }, 'mapping.date'],
    [{ date: null }, 'mapping'],
    [{ amount: null }, 'mapping'],
    [{ currency: 'XXX' }, 'mapping.currency'],
    [{ account: 'x'.repeat(51) }, 'mapping.account'],
    [{ firstRow: 50 }, 'mapping'],
  ])('a mapping with %j is refused', async (changes, field) => {
    const { body } = await bank.send(
      aTable([{ day: '20/11/2026', name: 'A', reference: words(), amount: '1.00' }]),
    );
    const { mapping } = await bank.look(body.id);
    const refused = await bank.begin(body.id, { ...mapping, ...changes });
    expect(refused).toMatchObject({ __typename: 'Refusal', field });
  });

  test.each<[string, string | Buffer]>([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1')],
    ['entities of its own', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><OFX>&a;</OFX>'],
    ['half a file', aCamtFile([aCamtEntry({ id: 'x', amount: '1.00' })]).slice(0, -50)],
    ['nothing', ''],
  ])('%s is no statement, and nothing of it is kept', async (_what, file) => {
    const before = (await bank.listStatements()).items.length;
    expect(await bank.send(file)).toMatchObject({
      status: 422,
      body: { code: 'STATEMENT_UNREADABLE', field: 'file' },
    });
    expect((await bank.listStatements()).items).toHaveLength(before);
  });

  test('a file of 100 MB is turned away after 20, and whoever may not confirm money sends nothing', async () => {
    const huge = Buffer.alloc(21 * 1024 * 1024, 'a,b\n');
    expect(await bank.send(huge)).toMatchObject({ status: 413, body: { code: 'STATEMENT_UNREADABLE' } });
    const small = aTable([{ day: '20/11/2026', name: 'A', amount: '1.00' }]);
    expect(await bank.send(small, 'x.csv', await office().as('BOOKKEEPER'))).toMatchObject({ status: 403 });
    expect(await bank.send(small, 'x.csv', null)).toMatchObject({ status: 401 });
  });

  test('lists go by day, status and words, page by page', async () => {
    const own = words();
    await bank.bring(
      aTable(
        [1, 2, 3, 4, 5].map((n) => ({
          day: `0${n}/10/2026`,
          name: `Müller ${n}`,
          reference: own,
          amount: `${n}.00`,
        })),
      ),
    );
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await bank.list({ search: `MULLER ${own}`, first: 2, after });
      seen.push(...page.items.map(({ name }) => name));
      after = page.endCursor;
      if (after === null) break;
    }
    expect(seen).toEqual(['Müller 5', 'Müller 4', 'Müller 3', 'Müller 2', 'Müller 1']);
    expect((await bank.list({ search: own, status: 'MATCHED' })).items).toEqual([]);
    const total = (await office().rows<{ n: number }>('select count(*) as n from bank_line'))[0]?.n;
    const counted = await bank.countsNow();
    expect(counted.map(({ status }) => status)).toEqual(['TO_MATCH', 'MATCHED', 'IGNORED', 'OUTGOING']);
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(Number(total));
  });

  test('an import that broke off goes on where it was, and no line comes twice', async () => {
    const own = words();
    const { body } = await bank.send(
      aTable(
        Array.from({ length: 1200 }, (_, n) => ({
          day: '20/10/2026',
          name: `N${n}`,
          reference: own,
          amount: '1.00',
        })),
      ),
    );
    await bank.begin(body.id);
    // As after a process that died between two batches: the first is written, the job is due again.
    await office().settle();
    await office().tamper(
      `update bank_statement set status = 'IMPORTING', done_count = 500 where id = '${body.id}'`,
    );
    await office().tamper(
      `update job set done_at = null, lease_until = null where name = 'import-bank-statement'`,
    );
    await office().settle();
    expect(await bank.read(body.id)).toMatchObject({ lineCount: 1200, newCount: 1200 });
    const { body: again } = await bank.send(
      `${aTable([{ day: '20/10/2026', name: 'N0', reference: own, amount: '1.00' }])}\n\n`,
    );
    await bank.begin(again.id);
    await office().settle();
    expect(await bank.read(again.id)).toMatchObject({ newCount: 0 });
  });
});
