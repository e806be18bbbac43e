import { type Instance, systemContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { takeTurns } from '../db/migrate.ts';
import { carryOut } from './carry-out.ts';
import { type Noted, noteErasures, notedErasures } from './noted.ts';

/** The noted erasures that the database does not show although it knows the customer: it is older than they are. */
export async function forgottenErasures(query: Sql, noted: readonly Noted[]): Promise<Noted[]> {
  if (noted.length === 0) return [];
  const known = new Set((await query.selectFrom('erasure').select('id').execute()).map(({ id }) => id));
  const forgotten: Noted[] = [];
  for (const one of noted.filter(({ erasure }) => !known.has(erasure))) {
    const customer = await query
      .selectFrom('customer')
      .select('erasedAt')
      .where('id', '=', one.customer)
      .executeTakeFirst();
    if (customer !== undefined && customer.erasedAt === null) forgotten.push(one);
  }
  return forgotten;
}

/** Does again what a restored backup took back, before anybody is answered; and notes what is not noted. Returns how many. */
export async function applyNotedErasures(instance: Instance): Promise<number> {
  const ctx = await systemContext(instance, 'restored');
  const applied = await ctx.db.transaction(async ({ sql: query }) => {
    await takeTurns(ctx.db.kind, query);
    const forgotten = await forgottenErasures(query, notedErasures(ctx.config.dataDir));
    for (const { erasure, customer } of forgotten)
      await carryOut(ctx, query, {
        erasureId: erasure,
        customerId: customer,
        reason: 'Done again, because the database was restored from an older backup',
      });
    return forgotten.length;
  });
  await noteErasures(ctx);
  return applied;
}
