import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { sortDirections } from '../../api/src/domain/list-order.ts';
import { paymentMethods } from '../../api/src/domain/payment.ts';
import { paymentGroups, paymentOrders, statusesOfPaymentGroup } from '../../api/src/domain/payment-list.ts';
import { searchKey } from '../../api/src/domain/search-key.ts';
import { today } from '../../api/src/domain/zone.ts';
import { findPayments, orderOf, walkPayments } from '../../api/src/payments/find-payments.ts';
import { databases } from '../support/databases.ts';
import { type ListedPayment, listedPayments, putPayments } from '../support/many-payments.ts';
import { listedCustomers, listedInvoices, listedNames, putInvoices } from '../support/many-rows.ts';
import { paymentFigures, paymentHistory, payments } from '../support/operations.ts';
import { aCompany, type Company } from '../support/steps.ts';

const zone = 'Australia/Sydney';
const invoices = fc.sample(listedInvoices, { numRuns: 1, seed: 6 })[0] ?? [];
const rows = fc.sample(listedPayments(invoices), { numRuns: 1, seed: 7 })[0] ?? [];
const invoiceOf = new Map(invoices.map((invoice) => [invoice.id, invoice]));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 2 });
const day = fc
  .constantFrom('2026-08-10', '2026-09-30', '2026-10-04', '2026-11-16', '2026-11-21')
  .map(localDate);

const lists = fc.record({
  status: fc.constantFrom(...paymentGroups, 'ALL' as const),
  method: maybe(fc.constantFrom(...paymentMethods)),
  customer: maybe(fc.nat(listedNames.length - 1)),
  from: maybe(day),
  to: maybe(day),
  search: maybe(
    fc.constantFrom('zebra', 'transfer', 'Transfer 7', '100%', '%', '_i', '42', '10001', 'INV-2026-10002'),
  ),
  sort: fc.constantFrom(...paymentOrders),
  direction: fc.constantFrom(...sortDirections),
});
type List = typeof lists extends fc.Arbitrary<infer T> ? T : never;

const at = (row: ListedPayment): string => row.confirmedAt ?? row.createdAt;
const dayAt = (instant: string) => today(new Date(instant), zone);

function expected(list: List): string[] {
  const sign = list.direction === 'ASCENDING' ? 1 : -1;
  const key = (row: ListedPayment) =>
    ({ CREATED: row.createdAt, CONFIRMED: at(row), AMOUNT: row.amount })[list.sort];
  return rows
    .filter((row) => statusesOfPaymentGroup(list.status).includes(row.status))
    .filter((row) => list.method === null || row.method === list.method)
    .filter((row) => list.customer === null || invoiceOf.get(row.invoiceId)?.customer === list.customer)
    .filter((row) => list.from === null || dayAt(at(row)) >= list.from)
    .filter((row) => list.to === null || dayAt(at(row)) <= list.to)
    .filter((row) => list.search === null || isFound(row, list.search))
    .toSorted((a, b) => {
      if (key(a) !== key(b)) return key(a) < key(b) ? -sign : sign;
      return a.id < b.id ? -sign : sign;
    })
    .map(({ id }) => id);
}

function isFound(row: ListedPayment, search: string): boolean {
  const invoice = invoiceOf.get(row.invoiceId);
  const number = /^(?:INV-(\d{4})-)?(\d+)$/.exec(search);
  const isNumber =
    number !== null &&
    invoice?.serial === Number(number[2]) &&
    (!number[1] || invoice.series === `INV-${number[1]}`);
  const customer = invoice?.customer ?? 0;
  const name = searchKey(`${listedNames[customer]} box-${'xyzuvw'[customer]}@listed.example`);
  const begins = row.reference?.toLowerCase().startsWith(search.toLowerCase()) ?? false;
  return isNumber || begins || name.includes(searchKey(search));
}

describe.each(databases)('payments on %s', (kind) => {
  let company: Company;
  let customers: string[] = [];
  beforeAll(async () => {
    company = await aCompany(kind);
    customers = await listedCustomers(company);
    await putInvoices(company, invoices, customers);
    await putPayments(company, rows, customers);
    company.clock.set('2026-11-21T04:00:00Z');
  });
  afterAll(() => company.close());

  type Page = { items: { id: string }[]; endCursor: string | null };
  const variablesOf = ({ customer, sort, direction, ...filter }: List) => ({
    filter: { ...filter, customerId: customer === null ? null : (customers[customer] ?? '') },
    sort,
    direction,
  });

  test('any filters in any order are what a plain list would be, page after page', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.constantFrom(9, 100), async (list, first) => {
        const all: string[] = [];
        for (let after: string | null = null; ;) {
          const page: Page = await company.make(
            payments,
            { ...variablesOf(list), first, after },
            await company.as('BOOKKEEPER'),
          );
          all.push(...page.items.map(({ id }) => id));
          if (page.endCursor === null) break;
          after = page.endCursor;
        }
        expect(all).toEqual(expected(list));
      }),
      { numRuns: 120 },
    );
  });

  test('looking up what few pass and walking what many pass come to the same', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.nat(60), async (list, skipped) => {
        const { from: _, to: __, ...filter } = variablesOf(list).filter;
        const days = { from: null, before: null };
        const order = orderOf(list.sort, list.direction);
        const asked = { filter: { ...filter, ...days }, by: list.sort, order, after: null, limit: 300 };
        const found = await findPayments(company.db.read, asked);
        expect(await walkPayments(company.db.read, asked)).toEqual(found);
        const after = found[skipped] ?? null;
        const rest = after === null ? found : found.slice(skipped + 1);
        expect(await walkPayments(company.db.read, { ...asked, after })).toEqual(rest);
        expect(await findPayments(company.db.read, { ...asked, after })).toEqual(rest);
      }),
      { numRuns: 100 },
    );
  });

  type Money = { amount: number; currency: string };
  const figure = (found: readonly Money[]) => {
    const currencies = [...new Set(found.map(({ currency }) => currency))].toSorted();
    const sumOf = (currency: string) =>
      found.filter((one) => one.currency === currency).reduce((sum, { amount }) => sum + amount, 0);
    return {
      count: found.length,
      totals: currencies.map((currency) => ({ amount: sumOf(currency), currency })),
    };
  };

  test('the figures are those of the rows, by the calendar of the company', async () => {
    // 15:00 in Sydney on a Saturday; the day began at 13:00 UTC of the day before.
    const confirmed = (from: string) =>
      rows.filter((row) => row.status === 'CONFIRMED' && dayAt(at(row)) >= from);
    const owed = invoices
      .filter(({ status }) => status === 'OPEN' || status === 'PARTIALLY_PAID')
      .map(({ balance, ...row }) => ({ ...row, amount: balance }));
    const cards = rows.filter(({ method }) => method === 'CARD');
    await company.tamper(
      `insert into customer_credit (customer_id, currency, amount) values ('${customers[0]}', 'EUR', 500), ('${customers[1]}', 'EUR', 0), ('${customers[2]}', 'AUD', 7)`,
    );
    expect(await company.make(paymentFigures, {}, await company.as('BOOKKEEPER'))).toEqual({
      today: '2026-11-21',
      weekStart: '2026-11-16',
      monthStart: '2026-10-23',
      errors: 0,
      paidToday: figure(confirmed('2026-11-21')),
      paidThisWeek: figure(confirmed('2026-11-16')),
      unpaid: figure(owed),
      overdue: figure(owed.filter(({ dueDate }) => dueDate !== null && dueDate < '2026-11-21')),
      toConfirm: figure(rows.filter(({ status }) => status === 'CLAIMED')),
      cardUnderWay: figure(cards.filter(({ status }) => status === 'STARTED' || status === 'PENDING')),
      cardInTrouble: figure(
        cards.filter(
          (row) => ['UNKNOWN', 'FAILED'].includes(row.status) && dayAt(row.createdAt) >= '2026-10-23',
        ),
      ),
      credit: figure([
        { amount: 500, currency: 'EUR' },
        { amount: 7, currency: 'AUD' },
      ]),
    });
  });

  test('the weeks hold what was confirmed in them, also the one in which clocks changed', async () => {
    type Week = { from: string; to: string; flows: { method: string; confirmed: Money; refunded: Money }[] };
    const weeks = await company.make<Week[]>(paymentHistory, { weeks: 12 }, await company.as('BOOKKEEPER'));
    expect(weeks).toHaveLength(12);
    expect(weeks[0]?.from).toBe('2026-08-31');
    expect(weeks.at(-1)).toMatchObject({ from: '2026-11-16', to: '2026-11-22' });
    for (const { from, to, flows } of weeks) {
      const within = rows.filter(
        (row) => row.status === 'CONFIRMED' && dayAt(at(row)) >= from && dayAt(at(row)) <= to,
      );
      for (const method of paymentMethods)
        expect(
          flows.filter((flow) => flow.method === method).map(({ confirmed }) => confirmed),
          `${from} ${method}`,
        ).toEqual(figure(within.filter((row) => row.method === method)).totals);
    }
    for (const count of [0, -1, 54])
      expect(
        (await company.ask(paymentHistory, { weeks: count }, await company.as('BOOKKEEPER'))).errors,
      ).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
