import { type RawBuilder, sql } from 'kysely';
import type { Sql } from '../db/database.ts';
import {
  both,
  type Condition,
  coveredRows,
  farRows,
  fewRows,
  type Filter,
  type Given,
  narrowWay,
  ofAny,
  ofColumn,
  type Part,
  sharedBy,
} from '../db/filters.ts';
import { type Instant, instant } from '../db/instant.ts';
import { alongRuns, apart, inOrder, type Order, type Place, type Run, selected } from '../db/ordered.ts';
import type { SortDirection } from '../domain/list-order.ts';
import type { PaymentMethod, PaymentStatus } from '../domain/payment.ts';
import { type PaymentGroup, type PaymentOrder, statusesOfPaymentGroup } from '../domain/payment-list.ts';
import { ofCustomers, ofNumbers } from '../invoices/invoice-filter.ts';

/** What the list is narrowed down to; what is absent narrows nothing. */
export type PaymentRows = Readonly<{
  status?: Given<PaymentGroup>;
  method?: Given<PaymentMethod>;
  customerId?: Given<string>;
  /** From this instant on, and before that one. */
  from?: Given<Instant>;
  before?: Given<Instant>;
  search?: Given<string>;
}>;
type Chosen = NonNullable<Awaited<ReturnType<typeof narrowWay>>>;
type Asked = Readonly<{
  filter: PaymentRows;
  by: PaymentOrder;
  order: Order;
  after: Place | null;
  limit: number;
}>;

export const orderOf = (by: PaymentOrder, direction: SortDirection): Order => ({
  table: 'payment',
  name: by,
  direction,
  blanks: by === 'AMOUNT' ? [0] : [''],
});

/** When it was confirmed, and until then when it was begun: the day that a list shows and is narrowed down to. */
const dayOfStatus = (status: PaymentStatus): RawBuilder<string> =>
  status === 'CONFIRMED' ? sql`confirmed_at` : sql`created_at`;
const dayOfRow = sql<string>`coalesce(confirmed_at, created_at)`;

const keyOf = (by: PaymentOrder, day: RawBuilder<string>): RawBuilder<string | number> =>
  ({ CREATED: sql<string>`created_at`, CONFIRMED: day, AMOUNT: sql<number>`amount` })[by];

/**
 * Where the next payments of a list stand, found like invoices (invoices/find-invoices.ts): along the index of the order,
 * divided by status, or from the few that one filter lets pass.
 */
export async function findPayments(query: Sql, asked: Asked): Promise<Place[]> {
  const chosen = await narrowWay(query, filtersOf(asked));
  return chosen === null ? walkPayments(query, asked) : sorted(query, asked, chosen);
}

function sorted(query: Sql, asked: Asked, { from, where, shared }: Chosen): Promise<Place[]> {
  const { filter, by, order } = asked;
  const statuses = sql.join(statusesOf(filter).map((status) => sql.lit(status)));
  const standing = sql<boolean>`${apart(sql`status`)} in (${statuses})`;
  const conditions = both([...where, ...within(filter, dayOfRow), standing]);
  const source = sql`select ${selected(order, sql`0`, [keyOf(by, dayOfRow)])} from ${from} where ${conditions}`;
  return inOrder(query, order, source, asked, shared);
}

/** The same along the index of the order, whatever the filters let pass. */
export function walkPayments(query: Sql, asked: Asked): Promise<Place[]> {
  const { filter, by, order } = asked;
  const filters = filtersOf(asked);
  const others = filters.flatMap((one) => one.apart);
  const runs = statusesOf(filter).map((status): Run => {
    const day = dayOfStatus(status);
    // Along the index of the days they are where to begin and to end; along another they must not tempt to leave it.
    const isOrder = by === 'CONFIRMED' || (by === 'CREATED' && status !== 'CONFIRMED');
    const days = isOrder ? within(filter, day) : [...within(filter, apart(day)), ...begun(asked)];
    const where = [sql<boolean>`status = ${sql.lit(status)}`, ...days, ...others];
    return { rank: 0, where, keys: [keyOf(by, day)] };
  });
  return alongRuns(query, order, runs, asked, sharedBy(filters));
}

const statusesOf = ({ status }: PaymentRows) => statusesOfPaymentGroup(status ?? 'ALL');

const within = ({ from, before }: PaymentRows, day: RawBuilder<string>): Condition[] => [
  ...(from == null ? [] : [sql<boolean>`${day} >= ${from}`]),
  ...(before == null ? [] : [sql<boolean>`${day} < ${before}`]),
];

/** Nothing is confirmed before it is begun, but for clocks that differ; that bounds the walk by the begin. */
const begun = ({ by, filter: { before } }: Asked): Condition[] =>
  by !== 'CREATED' || before == null
    ? []
    : [sql`created_at < ${instant(new Date(Date.parse(before) + 86_400_000))}`];

function filtersOf({ by, order, filter }: Asked): Filter[] {
  const { method, customerId, search, from } = filter;
  // What was begun first comes long before a day on which it was confirmed.
  const isFar = by === 'CREATED' && order.direction === 'ASCENDING' && from != null;
  return [
    ofColumn(sql`payment`, 'customer_id', customerId, coveredRows),
    ofSearch(search),
    by === 'CONFIRMED' ? null : ofDays(filter, isFar ? farRows : coveredRows),
    method == null ? null : { way: null, apart: [sql<boolean>`${apart(sql`method`)} = ${method}`] },
  ].flatMap((one) => one ?? []);
}

/** Days are looked up in the stretch of each status. As conditions they are in every statement already. */
function ofDays(filter: PaymentRows, most: number): Filter | null {
  if (filter.from == null && filter.before == null) return null;
  const statuses = statusesOf(filter);
  const stretch = (standing: readonly PaymentStatus[], day: RawBuilder<string>): Part[] => {
    if (standing.length === 0) return [];
    const status = sql<boolean>`status in (${sql.join(standing.map((one) => sql.lit(one)))})`;
    const is = both([status, ...within(filter, day)]);
    return [{ is, apart: is, most }];
  };
  const parts = [
    ...stretch(
      statuses.filter((status) => status === 'CONFIRMED'),
      sql`confirmed_at`,
    ),
    ...stretch(
      statuses.filter((status) => status !== 'CONFIRMED'),
      sql`created_at`,
    ),
  ];
  return { ...ofAny('payment', parts), apart: [] };
}

/** The number of the invoice, words of what the customer is found by, the beginning of the reference. */
function ofSearch(search: Given<string>): Filter | null {
  const customers = ofCustomers(search, coveredRows);
  if (customers === null) return null;
  const numbers = ofNumbers(search).map((is): Part => {
    const found = sql<boolean>`id in (select id from payment where invoice_id in (select id from invoice where ${is}))`;
    return { is: found, apart: found, most: fewRows };
  });
  // Both databases make small letters of A to Z alone.
  const beginning = (search ?? '')
    .trim()
    .slice(0, 100)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const begins = (text: RawBuilder<unknown>) =>
    sql<boolean>`(${text} >= ${beginning} and ${text} < ${`${beginning}\u{10ffff}`})`;
  const lower = sql`lower(reference)`;
  return ofAny('payment', [
    ...numbers,
    customers,
    { is: begins(lower), apart: begins(apart(lower)), most: farRows },
  ]);
}
