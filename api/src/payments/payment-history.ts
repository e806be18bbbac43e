import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { instant } from '../db/instant.ts';
import { type MinorUnits, minor } from '../domain/money.ts';
import { type PaymentMethod, paymentMethods } from '../domain/payment.ts';
import { type Week, weeksUntil } from '../domain/week.ts';
import { atHour, endOfDay } from '../domain/zone.ts';
import { badInput } from '../fault.ts';
import { money } from '../graphql/views.ts';
import { requirePermission } from '../staff/require.ts';

type Moved = { week: number; method: PaymentMethod; currency: string; amount: number | string };

/** What came in and went back in the last weeks of the company's calendar. */
export async function paymentHistory(ctx: Ctx, count: number) {
  requirePermission(ctx, 'READ');
  if (count < 1 || count > 53) throw badInput('weeks must be from 1 to 53.');
  const weeks = weeksUntil(ctx.today, count);
  const confirmed = await moved(ctx, weeks, sql`confirmed_at`, sql`payment where status = 'CONFIRMED'`);
  const refunded = await moved(ctx, weeks, sql`settled_at`, sql`refund where status = 'SUCCEEDED'`);
  return weeks.map((week, at) => ({
    ...week,
    flows: flowsOf(confirmed.filter(of(at)), refunded.filter(of(at))),
  }));
}

const of =
  (at: number) =>
  ({ week }: Moved): boolean =>
    week === at;

async function moved(
  { db, company }: Ctx,
  weeks: readonly Week[],
  when: RawBuilder<unknown>,
  rows: RawBuilder<unknown>,
): Promise<Moved[]> {
  const ends = weeks.map(({ to }) => instant(endOfDay(to, company.timeZone)));
  const start = weeks.map(({ from }) => instant(atHour(from, company.timeZone, 0)))[0];
  const week = sql`case ${sql.join(
    ends.map((end, at) => sql`when ${when} < ${end} then ${sql.lit(at)}`),
    sql` `,
  )} end`;
  const found = await sql<Moved>`select week, method, currency, sum(amount) as amount from (
      select ${week} as week, method, currency, amount from ${rows} and ${when} >= ${start} and ${when} < ${ends.at(-1)}
    ) as moves group by week, method, currency order by week, method, currency`.execute(db.read);
  return found.rows.map((row) => ({ ...row, week: Number(row.week) }));
}

/** One flow for each way and currency in which anything moved. */
function flowsOf(confirmed: readonly Moved[], refunded: readonly Moved[]) {
  const currencies = [...new Set([...confirmed, ...refunded].map(({ currency }) => currency))].toSorted();
  return currencies.flatMap((currency) =>
    paymentMethods.flatMap((method) => {
      const sums = [confirmed, refunded].map((all) => sumOf(all, method, currency));
      const [came, went] = [sums[0] ?? minor(0), sums[1] ?? minor(0)];
      if (came === 0 && went === 0) return [];
      return [{ method, confirmed: money(came, currency), refunded: money(went, currency) }];
    }),
  );
}

const sumOf = (all: readonly Moved[], method: PaymentMethod, currency: string): MinorUnits =>
  minor(Number(all.find((row) => row.method === method && row.currency === currency)?.amount ?? 0));
