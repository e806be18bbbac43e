import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { notFound } from '../fault.ts';
import { money } from '../graphql/views.ts';
import { requirePermission } from '../staff/require.ts';
import type { Customer } from './customer.entity.ts';

const most = 50;

/** One client for staff. Throws NOT_FOUND. */
export async function readCustomer(ctx: Ctx, id: string): Promise<Row<Customer>> {
  requirePermission(ctx, 'READ');
  const customer = await ctx.db.read
    .selectFrom('customer')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (customer === undefined) throw notFound();
  return customer;
}

export const quotesOfCustomer = (ctx: Ctx, customerId: string) =>
  ctx.db.read
    .selectFrom('quote')
    .selectAll()
    .where('customerId', '=', customerId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();

export const invoicesOfCustomer = (ctx: Ctx, customerId: string) =>
  ctx.db.read
    .selectFrom('invoice')
    .selectAll()
    .where('customerId', '=', customerId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();

/** What the client has to their credit, an amount for each currency. */
export async function creditsOfCustomer(ctx: Ctx, customerId: string) {
  const credits = await ctx.load.creditsOfCustomer.load(customerId);
  return credits.map(({ amount, currency }) => money(amount, currency));
}
