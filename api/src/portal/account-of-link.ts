import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { Customer } from '../customers/customer.entity.ts';
import { sameMailbox } from '../domain/mailbox.ts';
import { notFound } from '../fault.ts';
import { requireLink } from '../staff/require.ts';

export type ReachedAccount = {
  customer: Row<Customer>;
  /** The mailbox that the link was sent to. */
  email: string;
  /** Whether that is still the address on file: then all of the customer's records, else what was sent there. */
  reachesAll: boolean;
};

/** Whose records a link to everything opens. Throws NOT_FOUND for any other link. */
export async function accountOfLink(ctx: Ctx): Promise<ReachedAccount> {
  const { purpose, customerId, email } = requireLink(ctx);
  if (purpose !== 'ACCOUNT') throw notFound();
  const customer = await ctx.db.read
    .selectFrom('customer')
    .selectAll()
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (customer === undefined) throw notFound();
  return { customer, email, reachesAll: sameMailbox(customer.email, email) };
}

/** The issued invoices that the link reaches. */
export function invoicesOfAccount(ctx: Ctx, { customer, email, reachesAll }: ReachedAccount) {
  const all = ctx.db.read
    .selectFrom('invoice')
    .where('invoice.customerId', '=', customer.id)
    .where('invoice.number', 'is not', null);
  return reachesAll ? all : all.where('invoice.recipient', '=', email);
}
