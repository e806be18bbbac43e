import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { instant } from '../db/instant.ts';
import { addDays } from '../domain/local-date.ts';
import { minor, type Money } from '../domain/money.ts';
import { kindsOfGroup } from '../domain/review.ts';
import { mondayOf } from '../domain/week.ts';
import { atHour } from '../domain/zone.ts';
import { waiting } from '../review/list-review-items.ts';
import { requirePermission } from '../staff/require.ts';

export type MoneyFigure = { count: number; totals: Money[] };

/** How many days back failed card payments are worth a look. */
const troubledDays = 30;

/**
 * How the money stands now, in a few statements that read nothing but indexes: what is owed is added up along the index by
 * currency, what came in along the one by confirmation, so a million paid invoices take no part in it.
 */
export async function paymentFigures(ctx: Ctx) {
  requirePermission(ctx, 'READ');
  const { today } = ctx;
  const query = ctx.db.read;
  const weekStart = mondayOf(today);
  const monthStart = addDays(today, 1 - troubledDays);
  const startOf = (day: typeof today) => instant(atHour(day, ctx.company.timeZone, 0));
  const confirmedSince = (day: typeof today) =>
    figure(query, sql`payment where status = 'CONFIRMED' and confirmed_at >= ${startOf(day)}`);
  const cards = (condition: RawBuilder<unknown>) =>
    figure(query, sql`payment where method = 'CARD' and ${condition}`);
  return {
    today,
    weekStart,
    monthStart,
    paidToday: await confirmedSince(today),
    paidThisWeek: await confirmedSince(weekStart),
    ...(await owed(ctx)),
    toConfirm: await figure(query, sql`payment where status = 'CLAIMED'`),
    cardUnderWay: await cards(sql`status in ('STARTED', 'PENDING')`),
    cardInTrouble: await cards(sql`status in ('UNKNOWN', 'FAILED') and created_at >= ${startOf(monthStart)}`),
    credit: await figure(query, sql`customer_credit where amount > 0`),
    errors: await waitingItems(ctx),
  };
}

type Sum = { currency: string; count: number | string; total: number | string };

async function figure(query: Sql, rows: RawBuilder<unknown>): Promise<MoneyFigure> {
  const found = await sql<Sum>`select currency, count(*) as count, sum(amount) as total
    from ${rows} group by currency order by currency`.execute(query);
  return figureOf(found.rows);
}

const figureOf = (sums: readonly Sum[]): MoneyFigure => {
  const there = sums.filter(({ count }) => Number(count) > 0);
  return {
    count: there.reduce((all, { count }) => all + Number(count), 0),
    totals: there.map(({ currency, total }) => ({ currency, amount: minor(Number(total)) })),
  };
};

/** Each currency by itself: then nothing has to be sorted to be added up. What is late is a part of what is owed. */
async function owed(ctx: Ctx): Promise<{ unpaid: MoneyFigure; overdue: MoneyFigure }> {
  const query = ctx.db.read;
  const sums: (Sum & { late: number | string; lateTotal: number | string })[] = [];
  const isLate = sql`due_date < ${ctx.today}`;
  for (const currency of await invoicedCurrencies(query)) {
    const { rows } = await sql<(typeof sums)[number]>`select ${currency} as currency,
        count(*) as count, coalesce(sum(balance), 0) as total, count(case when ${isLate} then 1 end) as late,
        coalesce(sum(case when ${isLate} then balance end), 0) as late_total
      from invoice where currency = ${currency} and status in ('OPEN', 'PARTIALLY_PAID')`.execute(query);
    sums.push(...rows);
  }
  const late = sums.map(({ currency, late: count, lateTotal: total }) => ({ currency, count, total }));
  return { unpaid: figureOf(sums), overdue: figureOf(late) };
}

/** The currencies that invoices are in, each found by one look at the index. */
async function invoicedCurrencies(query: Sql): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`with recursive each_currency (name) as (
    select min(currency) from invoice
    union all select (select min(currency) from invoice where currency > name) from each_currency where name is not null
  ) select name from each_currency where name is not null order by name`.execute(query);
  return rows.map(({ name }) => name);
}

async function waitingItems(ctx: Ctx): Promise<number> {
  const { count } = await waiting(ctx.db.read, ctx.now, false)
    .where('kind', 'in', kindsOfGroup('PAYMENTS'))
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
