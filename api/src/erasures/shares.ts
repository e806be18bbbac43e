import { sql } from 'kysely';
import type { Sql } from '../db/database.ts';
import { type ErasureOutcome, type ErasureThing, erasureThings, goesAtOnce } from '../domain/erasure.ts';

/** How much there is of one kind of data, and whether it goes at once. */
export type ErasureShare = { what: ErasureThing; count: number; goesNow: boolean };

/** How many of each kind a request is about; what is not there is left out. */
export async function sharesOf(
  query: Sql,
  customerId: string,
  outcome: ErasureOutcome,
): Promise<ErasureShare[]> {
  const counts = await countsOf(query, customerId);
  return erasureThings
    .map((what) => ({ what, count: counts[what], goesNow: goesAtOnce(what, outcome) }))
    .filter(({ count }) => count > 0);
}

async function countsOf(query: Sql, customerId: string): Promise<Record<ErasureThing, number>> {
  const count = async (text: ReturnType<typeof sql>): Promise<number> => {
    const { rows } = await sql<{ n: number | string }>`select count(*) as n from ${text}`.execute(query);
    return Number(rows[0]?.n ?? 0);
  };
  const quotes = sql`select id from quote where customer_id = ${customerId}`;
  const invoices = sql`select id from invoice where customer_id = ${customerId}`;
  const own = sql`quote where customer_id = ${customerId} and erasure_id is null`;
  return {
    DETAILS: 1,
    DRAFTS: await count(sql`${own} and approved_at is null`),
    IDENTITY: 1,
    OFFERS: await count(sql`${own} and approved_at is not null and status <> 'ACCEPTED'`),
    CONTRACTS: await count(sql`${own} and status = 'ACCEPTED'`),
    INVOICES: await count(sql`invoice where customer_id = ${customerId} and erasure_id is null`),
    PAYMENTS: await count(sql`payment where customer_id = ${customerId} and erasure_id is null`),
    MAILS: await count(sql`mail where customer_id = ${customerId}`),
    HISTORY: await count(
      sql`audit where erasure_id is null and (quote_id in (${quotes}) or invoice_id in (${invoices}) or (customer_id = ${customerId} and quote_id is null and invoice_id is null))`,
    ),
  };
}
