import { record } from '../audit/audit.ts';
import { actorName, type Ctx } from '../context.ts';
import { holdCustomer } from '../customers/linked-records.ts';
import type { Sql } from '../db/database.ts';
import { type ErasurePlan, erasedProblem, planErasure } from '../domain/erasure.ts';
import type { Refusal } from '../domain/refusal.ts';
import { bondsOf } from './bonds.ts';
import { sharesOf } from './shares.ts';
import { takeCustomer } from './take-customer.ts';
import { takeHistory } from './take-history.ts';
import { takeMails } from './take-mails.ts';
import { takeMoney } from './take-money.ts';
import { takeQuotes } from './take-quotes.ts';
import { withdrawOffers } from './withdraw-offers.ts';

export type Wanted = { erasureId: string; customerId: string; reason: string };

/**
 * Erases what may be erased and restricts what has to be kept, in the caller's transaction, whoever wants it: the owner, the day
 * on which the retention is over, or a list of erasures that a restored backup does not know. Throws NOT_FOUND.
 */
export async function carryOut(ctx: Ctx, query: Sql, wanted: Wanted): Promise<ErasurePlan | Refusal> {
  const { erasureId, customerId, reason } = wanted;
  const customer = await holdCustomer(query, customerId);
  const problem = erasedProblem(customer);
  if (problem !== null) return problem;
  await withdrawOffers(ctx, query, customerId);
  const plan = planErasure(await bondsOf(ctx, query, customerId), ctx.today, ctx.company.retentionYears);
  // Before anything is taken: the guards of the tables ask for it.
  await noteErasure(ctx, query, wanted, plan);
  const taking = { erasureId, customerId, isAll: plan.outcome === 'ERASED' };
  if (taking.isAll) {
    await takeMails(ctx, query, taking);
    await takeMoney(query, taking);
  }
  await takeHistory(query, taking);
  await takeQuotes(query, taking);
  await takeCustomer(ctx, query, customer, plan);
  await record(ctx, query, {
    action: taking.isAll ? 'customer.erased' : 'customer.restricted',
    text: taking.isAll
      ? 'Personal data erased'
      : `Restricted ${plan.until === null ? 'while something is owed' : `until ${plan.until}`}`,
    customerId,
    facts: { erasureId, kind: plan.kind, reason },
  });
  return plan;
}

async function noteErasure(ctx: Ctx, query: Sql, wanted: Wanted, plan: ErasurePlan): Promise<void> {
  const { erasureId: id, customerId, reason } = wanted;
  const shares = await sharesOf(query, customerId, plan.outcome);
  const taken = shares.filter(({ goesNow }) => goesNow).map(({ what, count }) => [what, count]);
  await query
    .insertInto('erasure')
    .values({
      ...{
        id,
        customerId,
        reason,
        kind: plan.kind,
        day: ctx.today,
        at: ctx.now,
        actor: actorName(ctx.actor),
      },
      counts: JSON.stringify(Object.fromEntries(taken)),
    })
    .execute();
}
