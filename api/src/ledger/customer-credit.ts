import { sql } from 'kysely';
import type { Sql } from '../db/database.ts';
import { type MinorUnits, minor } from '../domain/money.ts';

type Credit = { customerId: string; currency: string; amount: MinorUnits };

/** Adds to what the customer has to their credit. The posting that explains it is the caller's. */
export async function addCredit(query: Sql, credit: Credit): Promise<void> {
  if (credit.amount === 0) return;
  await query
    .insertInto('customerCredit')
    .values(credit)
    .onConflict((conflict) =>
      conflict
        .columns(['customerId', 'currency'])
        .doUpdateSet({ amount: sql<MinorUnits>`customer_credit.amount + ${credit.amount}` }),
    )
    .execute();
}

/** Takes from it; false, and nothing taken, when there is less. Of two that spend the same credit one gets it. */
export async function takeCredit(query: Sql, { customerId, currency, amount }: Credit): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('customerCredit')
    .set({ amount: sql<MinorUnits>`amount - ${amount}` })
    .where('customerId', '=', customerId)
    .where('currency', '=', currency)
    .where('amount', '>=', amount)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What the customer has to their credit in this currency. */
export async function creditOf(query: Sql, customerId: string, currency: string): Promise<MinorUnits> {
  const row = await query
    .selectFrom('customerCredit')
    .select('amount')
    .where('customerId', '=', customerId)
    .where('currency', '=', currency)
    .executeTakeFirst();
  return row?.amount ?? minor(0);
}
