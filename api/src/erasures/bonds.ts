import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Bonds } from '../domain/erasure.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { today } from '../domain/zone.ts';

/** What holds the customer's data here, at this moment. Asked while the customer is held and no offer is open, the answer stays true. */
export async function bondsOf({ company }: Ctx, query: Sql, customerId: string): Promise<Bonds> {
  const { quotes } = await query
    .selectFrom('quote')
    .select(({ fn }) => fn.countAll<number | string>().as('quotes'))
    .where('customerId', '=', customerId)
    .executeTakeFirstOrThrow();
  const instants = [await lastSignature(query, customerId), await lastPosting(query, customerId)];
  const days: LocalDate[] = instants.flatMap((at) =>
    at === null ? [] : [today(new Date(at), company.timeZone)],
  );
  return {
    quotes: Number(quotes),
    isOwed: await isOwed(query, customerId),
    lastRecord: days.toSorted().at(-1) ?? null,
  };
}

const lastSignature = async (query: Sql, customerId: string): Promise<string | null> =>
  (
    await query
      .selectFrom('acceptance')
      .innerJoin('quote', 'quote.id', 'acceptance.quoteId')
      .select(({ fn }) => fn.max('acceptance.signedAt').as('at'))
      .where('quote.customerId', '=', customerId)
      .executeTakeFirstOrThrow()
  ).at;

/** Invoices, corrections and all money stand in the book. */
const lastPosting = async (query: Sql, customerId: string): Promise<string | null> =>
  (
    await query
      .selectFrom('ledgerEntry')
      .select(({ fn }) => fn.max('at').as('at'))
      .where('customerId', '=', customerId)
      .executeTakeFirstOrThrow()
  ).at;

/** Whether money is owed by either side, on its way, or in dispute, or an invoice waits to be issued. */
async function isOwed(query: Sql, customerId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from invoice where customer_id = ${customerId} and status in ('AWAITING_APPROVAL', 'OPEN', 'PARTIALLY_PAID')
    union all
    select 1 from customer_credit where customer_id = ${customerId} and amount > 0
    union all
    select 1 from payment where customer_id = ${customerId} and status in ('STARTED', 'UNKNOWN', 'PENDING', 'CLAIMED')
    union all
    select 1 from refund where customer_id = ${customerId} and status in ('AWAITING_APPROVAL', 'PENDING')
    union all
    select 1 from dispute where customer_id = ${customerId} and (is_withdrawn = 1 and status not in ('WON', 'LOST') or status in ('NEEDS_RESPONSE', 'UNDER_REVIEW'))
    limit 1`.execute(query);
  return rows.length > 0;
}
