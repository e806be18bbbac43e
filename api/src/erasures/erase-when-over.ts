import type { Ctx } from '../context.ts';
import { holdCustomer } from '../customers/linked-records.ts';
import { planErasure } from '../domain/erasure.ts';
import { bondsOf } from './bonds.ts';
import { carryOut } from './carry-out.ts';
import { noteErasures } from './noted.ts';

const atOnce = 100;

/** Erases the restricted customers whose retention is over, and looks again at those where something was owed. */
export async function eraseWhenOver(ctx: Ctx): Promise<void> {
  const due = await ctx.db.read
    .selectFrom('customer')
    .select('id')
    .where('restrictedAt', 'is not', null)
    .where('erasedAt', 'is', null)
    .where((row) => row.or([row('keptUntil', 'is', null), row('keptUntil', '<', ctx.today)]))
    .orderBy('keptUntil')
    .limit(atOnce)
    .execute();
  for (const { id } of due) {
    await ctx.db.transaction(async ({ sql: query }) => {
      // Held, so that of two processes the second sees what the first one did.
      const { keptUntil, erasedAt } = await holdCustomer(query, id);
      if (erasedAt !== null) return;
      const plan = planErasure(await bondsOf(ctx, query, id), ctx.today, ctx.company.retentionYears);
      if (plan.outcome === 'RESTRICTED' && plan.until === keptUntil) return;
      await carryOut(ctx, query, {
        erasureId: ctx.ids.id(),
        customerId: id,
        reason: plan.outcome === 'ERASED' ? 'The records need not be kept any longer' : 'Looked at again',
      });
    });
  }
  await noteErasures(ctx);
}
