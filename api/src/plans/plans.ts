import type { Ctx } from '../context.ts';
import type { Totals } from '../domain/pricing.ts';
import { totalsView } from '../graphql/views.ts';

/** The plans that the acceptance of a quote made, as the contract shows them. */
export async function plansOf(ctx: Ctx, quoteId: string) {
  const plans = await ctx.load.plansOfQuote.load(quoteId);
  return plans.map(({ id, billing, startsOn, totals, currency }) => ({
    id,
    billing,
    startsOn,
    totals: totalsView(JSON.parse(totals) as Totals, currency),
  }));
}
