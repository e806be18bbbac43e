import type { Acceptance } from '../acceptances/acceptance.entity.ts';
import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { statement } from '../db/statement.ts';
import type { QuotePrice } from '../domain/pricing.ts';
import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { RecurringPlan } from './plan.entity.ts';

export type AgreedPlans = {
  acceptance: Row<Acceptance>;
  customerId: string;
  snapshot: QuoteSnapshot;
  price: QuotePrice;
};

/**
 * Writes down what recurs from now on, a plan for each rhythm, in the transaction of the signature. A quote that was signed
 * after its effective date begins with the signature: nobody agreed to pay for days before.
 */
export async function startPlans(ctx: Ctx, query: Sql, agreed: AgreedPlans): Promise<void> {
  const { acceptance, snapshot, price } = agreed;
  const agreedStart = snapshot.effectiveDate;
  const startsOn = agreedStart !== null && agreedStart > ctx.today ? agreedStart : ctx.today;
  await insertPlans(
    query,
    price.recurring.map(({ billing, totals }) => ({
      id: ctx.ids.id(),
      acceptanceId: acceptance.id,
      quoteId: acceptance.quoteId,
      customerId: agreed.customerId,
      billing,
      startsOn,
      currency: snapshot.currency,
      gross: totals.gross,
      totals: JSON.stringify(totals),
      createdAt: ctx.now,
    })),
  );
}

const insertPlans = statement((query, rows: Row<RecurringPlan>[]) =>
  query.insertInto('recurringPlan').values(rows),
);
