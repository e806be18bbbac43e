import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { databases } from '../support/databases.ts';
import { listedPayments, putPayments } from '../support/many-payments.ts';
import { listedCustomers, listedInvoices, putInvoices } from '../support/many-rows.ts';
import { aCompany, type Company } from '../support/steps.ts';

const invoices = fc.sample(listedInvoices, { numRuns: 1, seed: 8 })[0] ?? [];
const payments = fc.sample(listedPayments(invoices), { numRuns: 1, seed: 9 })[0] ?? [];

describe.each(databases)('downloads on %s', (kind) => {
  let company: Company;
  beforeAll(async () => {
    company = await aCompany(kind);
    const customers = await listedCustomers(company);
    await putInvoices(company, invoices, customers);
    await putPayments(company, payments, customers);
  });
  afterAll(() => company.close());

  const get = (url: string, headers: Record<string, string>) =>
    company.app.server.inject({ method: 'GET', url, headers });
  type Rows = Record<string, string>[];
  const table = async (url: string): Promise<Rows> => {
    const { payload, statusCode, headers } = await get(url, await company.as('BOOKKEEPER'));
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(payload.startsWith('\ufeff')).toBe(true);
    return parse(payload, { columns: true, bom: true, record_delimiter: '\r\n' });
  };

  test('a download holds what the list shows, in its order, with amounts as decimal numbers', async () => {
    const rows = await table(
      '/exports/invoices.csv?status=UNPAID&currency=JPY&sort=BALANCE&direction=ASCENDING',
    );
    const wanted = invoices
      .filter(
        ({ balance, currency, status }) =>
          currency === 'JPY' && (status === 'OPEN' || status === 'PARTIALLY_PAID') && balance >= 0,
      )
      .toSorted((a, b) => a.balance - b.balance || (a.id < b.id ? -1 : 1));
    expect(rows.map((row) => [row['Id'], row['Open balance']])).toEqual(
      wanted.map(({ id, balance }) => [id, String(balance)]),
    );
    const all = await table('/exports/invoices.csv');
    expect(all).toHaveLength(invoices.length);
    expect(all.find((row) => row['Currency'] === 'AUD')?.['Amount']).toMatch(/^\d+\.\d\d$/);
    expect(await table('/exports/payments.csv')).toHaveLength(payments.length);
    expect((await table('/exports/payments.csv?method=CASH')).every((row) => row['Way'] === 'CASH')).toBe(
      true,
    );
  });

  test('IN-06: what reads like a formula is a text, and numbers stay numbers', async () => {
    const open = payments.find(({ status }) => status !== 'CONFIRMED')?.id ?? '';
    const hostile = [
      '=HYPERLINK("http://evil.example")',
      '+1',
      '-1',
      '@SUM',
      '\t=1',
      '＝1',
      '";=1',
      'two\nlines, "quoted"',
    ];
    for (const reference of hostile) {
      await company.db.transaction(({ sql: query }) =>
        query
          .updateTable('payment')
          .set({ reference, amount: -500 as never })
          .where('id', '=', open)
          .execute(),
      );
      const row = (await table('/exports/payments.csv')).find(({ Id }) => Id === open);
      expect(row?.['Reference']?.replaceAll("'", '')).toBe(reference);
      expect(row?.['Reference']).not.toMatch(/^[\s\0]*[=+\-@＝]/);
      expect(Number(row?.['Amount'])).toBeLessThan(0);
    }
  });

  test('only for staff, only from here, only with words of the lists, and written down', async () => {
    expect((await get('/exports/invoices.csv', {})).statusCode).toBe(401);
    const session = await company.as('BOOKKEEPER');
    expect(
      (await get('/exports/invoices.csv', { ...session, 'sec-fetch-site': 'cross-site' })).statusCode,
    ).toBe(403);
    for (const wrong of [
      'sort=id',
      'direction=asc;',
      'issuedFrom=2026-02-30',
      'currency=XXX',
      'what=1',
      'status=OPEN',
    ])
      expect((await get(`/exports/invoices.csv?${wrong}`, session)).statusCode).toBe(400);
    await table('/exports/invoices.csv?status=PAID&search=zebra');
    const [entry] = await company.rows<{ facts: string }>(
      `select facts from audit where action = 'invoices.exported' order by id desc limit 1`,
    );
    expect(JSON.parse(entry?.facts ?? '{}')).toMatchObject({ status: 'PAID', search: 'zebra' });
  });
});
