import type { Ctx } from '../context.ts';
import type { Customer } from '../customers/customer.entity.ts';
import type { Row } from '../db/entities.ts';

/** What was erased or restricted last of a customer; null for somebody who never asked for it. */
export async function erasureOf(ctx: Ctx, customer: Row<Customer>) {
  if (customer.restrictedAt === null && customer.erasedAt === null) return null;
  const erasure = await ctx.db.read
    .selectFrom('erasure')
    .select(['kind', 'at', 'reason', 'actor as by'])
    .where('customerId', '=', customer.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const outcome = customer.erasedAt === null ? ('RESTRICTED' as const) : ('ERASED' as const);
  return { ...erasure, outcome, until: customer.keptUntil };
}
