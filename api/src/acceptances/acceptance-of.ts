import type { Ctx } from '../context.ts';
import { money } from '../graphql/views.ts';

/** The signature of a quote as the contract shows it, or null. */
export async function acceptanceOf(ctx: Ctx, quoteId: string) {
  const [acceptance] = await ctx.load.acceptancesOfQuote.load(quoteId);
  return acceptance === undefined
    ? null
    : { ...acceptance, total: money(acceptance.gross, acceptance.currency) };
}
