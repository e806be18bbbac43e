import { type RawBuilder, sql } from 'kysely';
import { wordPatterns } from '../db/by-name.ts';
import {
  both,
  type Condition,
  coveredRange,
  coveredRows,
  farRows,
  fewRows,
  type Filter,
  type Given,
  ofAny,
  ofColumn,
  oneWay,
  type Part,
} from '../db/filters.ts';
import { apart } from '../db/ordered.ts';
import {
  type InvoiceGroup,
  type InvoiceOrder,
  numberSearch,
  statusesOfGroup,
} from '../domain/invoice-list.ts';
import type { SortDirection } from '../domain/list-order.ts';
import { addDays, type LocalDate, localDate } from '../domain/local-date.ts';

/** What the list is narrowed down to; what is absent narrows nothing. */
export type InvoiceListFilter = Readonly<{
  status?: Given<InvoiceGroup>;
  customerId?: Given<string>;
  currency?: Given<string>;
  issuedFrom?: Given<LocalDate>;
  issuedTo?: Given<LocalDate>;
  dueFrom?: Given<LocalDate>;
  dueTo?: Given<LocalDate>;
  search?: Given<string>;
}>;

const invoice = sql`invoice`;

export function filtersOf(
  filter: InvoiceListFilter,
  by: InvoiceOrder,
  direction: SortDirection,
  today: LocalDate,
): Filter[] {
  const due = dueRange(filter, today);
  const issued = issuedRange(filter);
  const statuses = statusesOfGroup(filter.status ?? 'ALL').map((status) => sql.lit(status));
  // The indexes by day are divided by status, so a day is looked up in the stretch of each.
  const within = sql<boolean>`status in (${sql.join(statuses)})`;
  // Days bound one another on one side (find-invoices.ts); on the other the first that pass may stand far from the beginning.
  const lateDue = direction === 'ASCENDING' && due.from !== null;
  const earlyIssue = direction === 'DESCENDING' && issued.to !== null;
  return [
    ofColumn(invoice, 'currency', filter.currency, fewRows),
    ofRange('issue_date', issued, {
      within,
      most: by === 'NUMBER' || (by === 'DUE_DATE' && earlyIssue) ? farRows : fewRows,
      isOrder: isByIssue(by),
    }),
    ofRange('due_date', due, {
      within,
      most: by === 'NUMBER' || (isByIssue(by) && lateDue) ? farRows : fewRows,
      isOrder: by === 'DUE_DATE',
    }),
    // In the order of the names one customer is all in one place, and the way to it may be long.
    ofColumn(invoice, 'customer_id', filter.customerId, by === 'CUSTOMER' ? coveredRange : coveredRows),
    ofSearch(filter.search, by === 'CUSTOMER' ? coveredRange : coveredRows),
  ].flatMap((one) => one ?? []);
}

/** Orders that go through the index by day of issue. */
const isByIssue = (by: InvoiceOrder): boolean => by === 'ISSUE_DATE' || by === 'STATUS';

type Range = Readonly<{ from: LocalDate | null; to: LocalDate | null }>;

function ofRange(
  name: string,
  { from, to }: Range,
  along: { within: Condition; most: number; isOrder: boolean },
): Filter | null {
  const within = (column: RawBuilder<unknown>): Condition[] => [
    ...(from === null ? [] : [sql<boolean>`${column} >= ${from}`]),
    ...(to === null ? [] : [sql<boolean>`${column} <= ${to}`]),
  ];
  const column = sql.ref(name);
  if (from === null && to === null) return null;
  // Along its own index a range is a beginning and an end, and nothing is left to be looked for.
  if (along.isOrder) return { way: null, apart: within(column) };
  return {
    way: oneWay(invoice, [along.within, ...within(column)], along.most),
    apart: within(apart(column)),
  };
}

/** The days of issue that are asked for; a year that is searched for is one, too. */
export function issuedRange({ issuedFrom, issuedTo, search }: InvoiceListFilter): Range {
  const year = yearAlone(search);
  if (year === null) return { from: issuedFrom ?? null, to: issuedTo ?? null };
  const [first, last] = [localDate(`${year}-01-01`), localDate(`${year}-12-31`)];
  return {
    from: issuedFrom == null || issuedFrom < first ? first : issuedFrom,
    to: issuedTo == null || issuedTo > last ? last : issuedTo,
  };
}

/** Overdue is a question to the calendar and so to the due date. */
function dueRange({ status, dueFrom, dueTo }: InvoiceListFilter, today: LocalDate): Range {
  const yesterday = addDays(today, -1);
  const to = status === 'OVERDUE' && (dueTo == null || dueTo > yesterday) ? yesterday : (dueTo ?? null);
  return { from: dueFrom ?? null, to };
}

/**
 * A number, or words of what the customer is found by. Each of the two has an index: what is anywhere in a text would have to
 * be looked for in every row.
 */
function ofSearch(search: Given<string>, most: number): Filter | null {
  if (yearAlone(search) !== null) return null;
  const customers = ofCustomers(search, most);
  if (customers === null) return null;
  // By the id, which every index holds: a walk then reads no row to find out that it is another one.
  const numbers = ofNumbers(search).map((is) => ({ is, apart: is, most: fewRows }));
  return ofAny('invoice', [...numbers, customers]);
}

/** What belongs to the customers that these are words of; null when nothing is searched for. */
export function ofCustomers(search: Given<string>, most: number): Part | null {
  const words = wordPatterns(search);
  if (words.length === 0) return null;
  const found = sql`(select id from customer where ${both(words)})`;
  return {
    is: sql`customer_id in ${found}`,
    apart: sql`${apart(sql`customer_id`)} in (select id from found_customer)`,
    shared: [sql`found_customer as materialized ${found}`],
    most,
  };
}

/** The invoices whose number is searched for; none when it is no number. */
export function ofNumbers(search: Given<string>): Condition[] {
  const { serial, year } = numberSearch(search ?? '');
  if (serial === null) return [];
  const series = year === null ? sql`series in (${allSeries})` : sql`series = ${`INV-${year}`}`;
  return [sql`id in (select id from invoice where ${series} and serial = ${serial})`];
}

/** Whether all numbers of a year are searched for, which are those that were issued in it. */
const yearAlone = (search: Given<string>): string | null => {
  const { serial, year } = numberSearch(search ?? '');
  return serial === null ? year : null;
};

/** The series that there are, each found by one look at the index. */
const allSeries = sql`with recursive each_series (name) as (
  select min(series) from invoice
  union all select (select min(series) from invoice where series > name) from each_series where name is not null
) select name from each_series where name is not null`;
