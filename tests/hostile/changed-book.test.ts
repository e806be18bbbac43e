import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorAudit } from '../../api/src/audit/anchor-audit.ts';
import { systemContext } from '../../api/src/context.ts';
import { cashDesk } from '../support/cash.ts';
import { databases } from '../support/databases.ts';
import { erasureDesk } from '../support/erasure-desk.ts';
import { aCompany, type Company, type Signed } from '../support/steps.ts';
import { withoutGuards } from '../support/unguarded.ts';

type Value = string | number | null;
type Posting = Record<string, Value>;

const columns = [
  ...['id', 'kind', 'debit', 'credit', 'amount', 'currency', 'customer_id', 'invoice_id', 'payment_id'],
  ...['refund_id', 'credit_note_id', 'dispute_id', 'at', 'by'],
];
const literal = (value: Value | undefined): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
/** Before everything that was ever written; what is late enough would be sealed with the rest. */
const early = '00000000-0000-7000-8000-000000000000';
const optional = ['invoice_id', 'payment_id', 'refund_id', 'credit_note_id', 'dispute_id'];

function othersThan(column: string, was: Value | undefined): Value[] {
  if (column === 'id') return [early];
  if (typeof was === 'number') return [was + 1, was + 0.5, -was, 0];
  const texts = was === '' ? ['x'] : ['', `${was ?? ''}x`];
  return optional.includes(column) && was !== null ? [...texts, null] : texts;
}

describe.each(databases)('somebody who rewrites the book on %s', (kind) => {
  let office: Company;
  let quote: Signed;
  let book: Posting[];
  beforeAll(async () => {
    office = await aCompany(kind);
    quote = await office.signedQuote();
    await cashDesk(() => office).confirm(quote);
    await office.settle();
    await desk.seal();
    await anchorAudit(await systemContext(office.app.instance, 'test'));
    await withoutGuards(office);
    book = await office.rows<Posting>('select * from ledger_entry order by id');
  });
  afterAll(() => office?.close());

  const desk = erasureDesk(() => office);
  const namesOfBroken = async () => [...new Set((await office.broken()).map(({ name }) => name))];
  const put = (posting: Posting) => {
    const names = columns.map((column) => `"${column}"`).join();
    const values = columns.map((column) => literal(posting[column])).join();
    return office.tamper(`insert into ledger_entry (${names}) values (${values})`);
  };
  const remove = (...ids: (Value | undefined)[]) =>
    office.tamper(`delete from ledger_entry where id in (${ids.map(literal).join()})`);
  const asItWas = async () => {
    await office.tamper('delete from ledger_entry');
    for (const posting of book) await put(posting);
    expect(await namesOfBroken()).toEqual([]);
    expect(await desk.problemsOf(quote.id)).toEqual([]);
  };
  const brokenInPack = [expect.stringMatching(/^Entry \d+ of the history was changed/)];

  test('the book has a posting for the invoice and one for its payment', () => {
    expect(book.map((posting) => posting['kind'])).toEqual(['INVOICED', 'PAID']);
    expect(Object.keys(book[0] ?? {})).toEqual(columns);
  });

  test.each(columns)('EV-01: %s of a posting, whatever it is changed to, is found', async (column) => {
    for (const { id, [column]: was } of book) {
      for (const value of othersThan(column, was)) {
        await office.tamper(
          `update ledger_entry set "${column}" = ${literal(value)} where id = ${literal(id)}`,
        );
        const found = (await office.broken()).filter(({ name }) =>
          name.startsWith('the history and the book'),
        );
        const [reason, subject] =
          column === 'id'
            ? ['missing', expect.stringContaining(String(id))]
            : ['changed', expect.stringContaining(`posting ${id}`)];
        expect([value, found]).toEqual([
          value,
          [{ name: `the history and the book are unbroken (${reason})`, subject }],
        ]);
        expect([value, await desk.problemsOf(quote.id)]).toEqual([value, brokenInPack]);
        await asItWas();
      }
    }
  });

  test('EV-01: who posted and when is in no sum, and is found by its seal alone', async () => {
    await office.tamper(`update ledger_entry set "by" = 'Eve', at = '2026-11-20T01:00:00.000Z'`);
    expect(await namesOfBroken()).toEqual(['the history and the book are unbroken (changed)']);
    await asItWas();
  });

  test('EV-01: a posting deleted, and two that changed places, are found', async () => {
    const [first, second] = book;
    for (const { id } of book) {
      await remove(id);
      expect(await namesOfBroken()).toContain('the history and the book are unbroken (missing)');
      expect(await desk.problemsOf(quote.id)).toEqual(brokenInPack);
      await asItWas();
    }
    await remove(first?.['id'], second?.['id']);
    await put({ ...first, id: second?.['id'] ?? '' });
    await put({ ...second, id: first?.['id'] ?? '' });
    expect(await namesOfBroken()).toEqual(['the history and the book are unbroken (changed)']);
    expect(await desk.problemsOf(quote.id)).toEqual(brokenInPack);
    await asItWas();
  });

  test('EV-01: postings put in are found, also where they add up to nothing or take the id of something sealed', async () => {
    const about = { ...book[0], amount: 100, invoice_id: null, payment_id: null };
    const there = { kind: 'REFUNDED', debit: 'CUSTOMER_CREDIT', credit: 'BANK' };
    const back = { kind: 'REFUND_REVERSED', debit: 'BANK', credit: 'CUSTOMER_CREDIT' };
    await put({ ...about, ...there, id: early });
    await put({ ...about, ...back, id: `${early}1` });
    expect(await office.broken()).toEqual(
      [early, `${early}1`].map((subject) => ({ name: 'every posting of the book has its seal', subject })),
    );
    await asItWas();
    const [one, other] = await office.rows<{ id: string }>('select id from audit order by id limit 2');
    await put({ ...about, ...there, id: one?.id ?? '' });
    await put({ ...about, ...back, id: other?.id ?? '' });
    expect(await office.broken()).toEqual(
      [one, other].map((entry) => ({ name: 'every posting of the book has its seal', subject: entry?.id })),
    );
    await asItWas();
  });

  test('EV-01: a posting put in, with a seal made for it in the place of another, is found', async () => {
    await put({ ...book[0], id: early });
    const [seal] = await office.rows<{ entry_id: string }>(`select entry_id from audit_seal where seq = 3`);
    await office.tamper(`update audit_seal set entry_id = '${early}' where seq = 3`);
    expect(await namesOfBroken()).toContain('the history and the book are unbroken (changed)');
    await office.tamper(`update audit_seal set entry_id = '${seal?.entry_id}' where seq = 3`);
    await asItWas();
  });
});
