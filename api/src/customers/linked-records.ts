import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { archivedProblem, type Linked } from '../domain/customer.ts';
import { restrictedProblem } from '../domain/erasure.ts';
import type { Refusal } from '../domain/refusal.ts';
import { notFound } from '../fault.ts';
import type { Customer } from './customer.entity.ts';

/**
 * The customer, held until the transaction ends: a change that writes nothing makes every other writer of the row wait, in
 * both databases. So a quote is never started for a customer that is being archived, deleted or given another currency.
 */
export async function holdCustomer(query: Sql, id: string): Promise<Row<Customer>> {
  const customer = await query
    .updateTable('customer')
    .set((row) => ({ quoteCount: row.ref('quoteCount') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (customer === undefined) throw notFound();
  return customer;
}

/** For whom a new quote is written: held, and refused when archived, restricted or erased. Throws NOT_FOUND. */
export async function customerForQuote(query: Sql, id: string): Promise<Row<Customer> | Refusal> {
  const customer = await holdCustomer(query, id);
  return restrictedProblem(customer) ?? archivedProblem(customer) ?? customer;
}

/** What names the customer. Asked while it is held, the answer stays true. */
export async function linkedRecords(query: Sql, customerId: string): Promise<Linked> {
  const count = async (table: 'quote' | 'invoice'): Promise<number> => {
    const { total } = await query
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number | string>().as('total'))
      .where('customerId', '=', customerId)
      .executeTakeFirstOrThrow();
    return Number(total);
  };
  return { quotes: await count('quote'), invoices: await count('invoice') };
}
