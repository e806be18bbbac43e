import { sql } from 'kysely';
import type { Sql } from '../db/database.ts';
import { both, type Condition, narrowWay, sharedBy } from '../db/filters.ts';
import { alongRuns, apart, inOrder, type Order, type Place, selected } from '../db/ordered.ts';
import { type InvoiceOrder, statusesOfGroup } from '../domain/invoice-list.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { filtersOf, type InvoiceListFilter, issuedRange } from './invoice-filter.ts';
import { keysOfRow, rankOfRow, runsOf } from './invoice-order.ts';

type Chosen = NonNullable<Awaited<ReturnType<typeof narrowWay>>>;
type Asked = Readonly<{
  filter: InvoiceListFilter;
  by: InvoiceOrder;
  order: Order;
  after: Place | null;
  limit: number;
  today: LocalDate;
}>;

/**
 * Where the next invoices of a list stand, in a time that does not grow with the table. Each order has an index, divided by
 * status, so a list of any statuses is a merge of their stretches and reads just its page. What it is narrowed down to beside
 * that is found in one of two ways. A filter that few rows pass is asked by its own index and its rows are put in order here:
 * a customer's 40 invoices, the 300 of one day. What many rows pass is walked along the index of the order until the page is
 * full: of what every tenth row passes, that takes 500 looks. Which of the two is told by counting, up to a limit, what each
 * filter lets pass. The indexes hold currency and days too, so the walk reads no row that it does not show.
 */
export async function findInvoices(query: Sql, asked: Asked): Promise<Place[]> {
  const chosen = await narrowWay(
    query,
    filtersOf(asked.filter, asked.by, asked.order.direction, asked.today),
  );
  return chosen === null ? walkInvoices(query, asked) : sorted(query, asked, chosen);
}

/** The same along the index of the order, whatever the filters let pass. */
export function walkInvoices(query: Sql, asked: Asked): Promise<Place[]> {
  const { filter, by, order, today } = asked;
  const filters = filtersOf(filter, by, order.direction, today);
  const conditions = [...filters.flatMap((one) => one.apart), ...implied(asked)];
  const runs = runsOf(by, statusesOf(asked)).map((run) => ({
    ...run,
    where: [...run.where, ...conditions],
  }));
  return alongRuns(query, order, runs, asked, sharedBy(filters));
}

const statusesOf = ({ filter }: Asked) => statusesOfGroup(filter.status ?? 'ALL');

function sorted(query: Sql, asked: Asked, { from, where, shared }: Chosen): Promise<Place[]> {
  const statuses = sql.join(statusesOf(asked).map((status) => sql.lit(status)));
  const conditions = both([...where, sql`${apart(sql`status`)} in (${statuses})`]);
  const source = sql`select ${selected(asked.order, rankOfRow(asked.by), keysOfRow(asked.by))}
    from ${from} where ${conditions}`;
  return inOrder(query, asked.order, source, asked, shared);
}

/** Days of other kinds bound the walk too: nothing is due before it is issued, and the number names the year of issue. */
function implied({ by, filter, today }: Asked): Condition[] {
  const { from: issuedFrom, to: issuedTo } = issuedRange(filter);
  const bound = (name: string, sign: '>=' | '<=', value: string | null | undefined): Condition[] =>
    value == null ? [] : [sql`${sql.ref(name)} ${sql.raw(sign)} ${value}`];
  const lastDue = filter.status === 'OVERDUE' ? today : filter.dueTo;
  switch (by) {
    case 'ISSUE_DATE':
    case 'STATUS':
      return bound('issue_date', '<=', lastDue);
    case 'DUE_DATE':
      return bound('due_date', '>=', issuedFrom);
    case 'NUMBER':
      return [
        ...bound('series', '>=', issuedFrom && `INV-${issuedFrom.slice(0, 4)}`),
        ...bound('series', '<=', issuedTo && `INV-${issuedTo.slice(0, 4)}`),
        ...bound('series', '<=', lastDue && `INV-${lastDue.slice(0, 4)}`),
      ];
    default:
      return [];
  }
}
