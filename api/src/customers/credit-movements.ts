import type { Ctx } from '../context.ts';
import { creditMovementKinds } from '../domain/ledger.ts';
import { minor } from '../domain/money.ts';
import { money } from '../graphql/views.ts';

const most = 100;

/** What the book says about a client's credit, newest first: what came in is more than 0. */
export async function creditMovementsOf(ctx: Ctx, customerId: string) {
  const entries = await ctx.db.read
    .selectFrom('ledgerEntry')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('kind', 'in', creditMovementKinds)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return entries.map(({ id, at, kind, by, amount, currency, credit, invoiceId }) => ({
    id,
    at,
    kind,
    by,
    amount: money(credit === 'CUSTOMER_CREDIT' ? amount : minor(-amount), currency),
    invoice: invoiceId === null ? null : ctx.load.invoice.load(invoiceId),
  }));
}
