import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoiceGroups, invoiceOrders, statusesOfGroup } from '../../api/src/domain/invoice-list.ts';
import { invoiceStatuses } from '../../api/src/domain/invoice.ts';
import { addDays, localDate } from '../../api/src/domain/local-date.ts';
import { sortDirections } from '../../api/src/domain/list-order.ts';
import { searchKey } from '../../api/src/domain/search-key.ts';
import { findInvoices, walkInvoices } from '../../api/src/invoices/find-invoices.ts';
import { orderOf } from '../../api/src/invoices/invoice-order.ts';
import { databases } from '../support/databases.ts';
import {
  listedCustomers,
  listedInvoices,
  listedNames,
  type ListedInvoice,
  putInvoices,
} from '../support/many-rows.ts';
import { invoiceCounts, invoices } from '../support/operations.ts';
import { aCompany, type Company } from '../support/steps.ts';

const today = localDate('2026-11-21');
const rows = fc.sample(listedInvoices, { numRuns: 1, seed: 5 })[0] ?? [];
const day = fc.nat(420).map((days) => addDays(localDate('2025-11-15'), days));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 2 });

const lists = fc.record({
  status: fc.constantFrom(...invoiceGroups, 'ALL' as const, 'ALL' as const),
  customer: maybe(fc.nat(listedNames.length - 1)),
  currency: maybe(fc.constantFrom('AUD', 'EUR', 'CHF')),
  issuedFrom: maybe(day),
  issuedTo: maybe(day),
  dueFrom: maybe(day),
  dueTo: maybe(day),
  search: maybe(
    fc.constantFrom(
      'zebra',
      'ANGSTROM  co',
      '10001',
      'inv-2026-10001',
      '2026-10001',
      'INV-2025',
      '42',
      '%',
      '_',
      'listed.example',
    ),
  ),
  sort: fc.constantFrom(...invoiceOrders),
  direction: fc.constantFrom(...sortDirections),
  first: fc.constantFrom(7, 50, 100),
});
type List = typeof lists extends fc.Arbitrary<infer T> ? T : never;

/** What the contract says, without a database. */
function expected(list: List): string[] {
  const within = (value: string | null, from: string | null, to: string | null): boolean =>
    (from === null && to === null) ||
    (value !== null && (from === null || value >= from) && (to === null || value <= to));
  const found = rows.filter(
    (row) =>
      statusesOfGroup(list.status).includes(row.status) &&
      (list.status !== 'OVERDUE' || (row.dueDate !== null && row.dueDate < today)) &&
      (list.customer === null || row.customer === list.customer) &&
      (list.currency === null || row.currency === list.currency) &&
      within(row.issueDate, list.issuedFrom, list.issuedTo) &&
      within(row.dueDate, list.dueFrom, list.dueTo) &&
      (list.search === null || isFound(row, list.search)),
  );
  const sign = list.direction === 'ASCENDING' ? 1 : -1;
  return found.toSorted((a, b) => sign * compare(placeOf(a, list), placeOf(b, list))).map(({ id }) => id);
}

function isFound(row: ListedInvoice, search: string): boolean {
  const number = /^(?:inv-?)?(?:(\d{4})-)?(\d+)$/i.exec(search);
  if (/^INV-\d{4}$/.test(search)) return row.series === search;
  const isNumber =
    number !== null && row.serial === Number(number[2]) && (!number[1] || row.series === `INV-${number[1]}`);
  const name = listedNames[row.customer] ?? '';
  const key = searchKey(`${name} box-${'xyzuvw'[row.customer]}@listed.example`);
  return (
    isNumber ||
    searchKey(search)
      .split(' ')
      .every((word) => key.includes(word))
  );
}

type Part = string | number;

function placeOf(row: ListedInvoice, { sort }: List): Part[] {
  const draft = row.issueDate === null ? 1 : 0;
  const parts: Record<List['sort'], Part[]> = {
    ISSUE_DATE: [draft, row.issueDate ?? ''],
    DUE_DATE: [draft, row.dueDate ?? ''],
    NUMBER: [draft, row.series ?? '', row.serial ?? 0],
    CUSTOMER: [searchKey(listedNames[row.customer] ?? '')],
    AMOUNT: [row.gross],
    BALANCE: [row.balance],
    STATUS: [invoiceStatuses.indexOf(row.status), draft, row.issueDate ?? ''],
  };
  return [...parts[sort], row.id];
}

function compare(a: readonly Part[], b: readonly Part[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at < 0) return 0;
  return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

describe.each(databases)('lists of invoices on %s', (kind) => {
  let company: Company;
  let customers: string[] = [];
  beforeAll(async () => {
    company = await aCompany(kind);
    company.clock.set('2026-11-21T01:00:00Z');
    customers = await listedCustomers(company);
    await putInvoices(company, rows, customers);
  });
  afterAll(() => company.close());

  type Page = { items: { id: string }[]; endCursor: string | null };
  const page = async (variables: object) =>
    company.make<Page>(invoices, variables, await company.as('BOOKKEEPER'));
  const variablesOf = ({ customer, sort, direction, first, ...filter }: List) => ({
    filter: { ...filter, customerId: customer === null ? null : (customers[customer] ?? '') },
    sort,
    direction,
    first,
  });
  async function walk(list: List): Promise<string[]> {
    const all: string[] = [];
    for (let after: string | null = null; ;) {
      const { items, endCursor }: Page = await page({ ...variablesOf(list), after });
      all.push(...items.map(({ id }) => id));
      if (endCursor === null) return all;
      after = endCursor;
    }
  }

  test('any filters in any order are what a plain list would be, page after page', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        expect(await walk(list)).toEqual(expected(list));
      }),
      { numRuns: 150 },
    );
  });

  test('looking up what few pass and walking what many pass come to the same', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.nat(60), async (list, skipped) => {
        const { filter } = variablesOf(list);
        const order = orderOf(list.sort, list.direction);
        const asked = { filter, by: list.sort, order, today, after: null, limit: 200 };
        const found = await findInvoices(company.db.read, asked);
        expect(await walkInvoices(company.db.read, asked)).toEqual(found);
        const after = found[skipped] ?? null;
        const rest = after === null ? found : found.slice(skipped + 1);
        expect(await walkInvoices(company.db.read, { ...asked, after })).toEqual(rest);
        expect(await findInvoices(company.db.read, { ...asked, after })).toEqual(rest);
      }),
      { numRuns: 150 },
    );
  });

  test.each(invoiceOrders)(
    'in the order %s, both ways, every row comes once, ties included',
    async (sort) => {
      const nothing = { customer: null, currency: null, issuedFrom: null, issuedTo: null };
      const all = { ...nothing, dueFrom: null, dueTo: null, search: null, status: 'ALL', first: 7 } as const;
      const up = await walk({ ...all, sort, direction: 'ASCENDING' });
      expect(up).toEqual(expected({ ...all, sort, direction: 'ASCENDING' }));
      expect(new Set(up).size).toBe(rows.length);
      expect(await walk({ ...all, sort, direction: 'DESCENDING' })).toEqual(up.toReversed());
    },
  );

  test('IN-15, IN-16: an order that is none, wildcards and endless words are no way into a statement', async () => {
    const owner = await company.as('OWNER');
    for (const sort of ['ISSUE_DATE; select 1', 'id', { $raw: '1' }, ['AMOUNT']]) {
      const { errors } = await company.ask(invoices, { sort }, owner);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    for (const search of ['%', '_', '\\', "' or 1=1 --", 'x'.repeat(10_000), '9'.repeat(50), 'INV-0000'])
      expect((await page({ filter: { search } })).items).toEqual([]);
    expect((await company.ask(invoices, { filter: { search: { $raw: '1' } } }, owner)).errors).toBeDefined();
  });

  test('a cursor belongs to its order', async () => {
    const owner = await company.as('OWNER');
    const { endCursor } = await page({ sort: 'AMOUNT', first: 7 });
    const forged = Buffer.from('["AMOUNT","DESCENDING","x",1,"y"]').toString('base64url');
    for (const after of ['', 'nonsense', "x' or '1'='1", forged, Buffer.from('{}').toString('base64url')])
      expect((await company.ask(invoices, { sort: 'AMOUNT', after }, owner)).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    for (const sort of ['BALANCE', 'NUMBER'])
      expect((await company.ask(invoices, { sort, after: endCursor }, owner)).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
  });

  test('tabs count what they lead to', async () => {
    const { invoiceCounts: counts } = (
      await company.ask<{ invoiceCounts: { group: List['status']; count: number }[] }>(
        invoiceCounts,
        {},
        await company.as('BOOKKEEPER'),
      )
    ).data ?? { invoiceCounts: [] };
    const nothing = { customer: null, currency: null, issuedFrom: null, issuedTo: null, dueFrom: null };
    for (const { group, count } of counts)
      expect([
        group,
        expected({
          ...nothing,
          dueTo: null,
          search: null,
          status: group,
          sort: 'NUMBER',
          direction: 'ASCENDING',
          first: 7,
        }).length,
      ]).toEqual([group, count]);
    expect(counts.map(({ group }) => group)).toEqual(invoiceGroups.filter((group) => group !== 'ALL'));
  });

  // Last, because it adds rows.
  test('rows that come in between are neither shown twice nor do they hide others', async () => {
    const list = { sort: 'AMOUNT', direction: 'DESCENDING', first: 20 };
    const seen: string[] = [];
    let after: string | null = null;
    for (let round = 0; ; round += 1) {
      const { items, endCursor }: Page = await page({ ...list, after });
      seen.push(...items.map(({ id }) => id));
      if (endCursor === null) break;
      after = endCursor;
      const [model] = rows;
      if (model === undefined || round > 3) continue;
      const added = [2_000_000_000_001, 100, 0].map((gross, at) => ({
        ...model,
        gross,
        id: `0191${round}00${at}-0000-7000-8000-000000000000`,
        series: 'INV-2030',
        serial: round * 10 + at + 1,
      }));
      await putInvoices(company, added, customers);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => rows.some((row) => row.id === id))).toHaveLength(rows.length);
  });
});
