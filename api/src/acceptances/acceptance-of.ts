import type { Row } from '../db/entities.ts';
import type { Ctx } from '../context.ts';
import type { OnBehalf } from '../domain/on-behalf.ts';
import { money } from '../graphql/views.ts';
import type { Acceptance } from './acceptance.entity.ts';

/** The signature of a quote as the contract shows it, or null. */
export async function acceptanceOf(ctx: Ctx, quoteId: string) {
  const [acceptance] = await ctx.load.acceptancesOfQuote.load(quoteId);
  if (acceptance === undefined) return null;
  return {
    ...acceptance,
    total: money(acceptance.gross, acceptance.currency),
    onBehalf: onBehalfOf(acceptance),
  };
}

/** Who of the staff accepted for the customer, and why; null for a signature of the customer's own. */
export function onBehalfOf(
  acceptance: Pick<Row<Acceptance>, 'method' | 'evidence'>,
): Omit<OnBehalf, 'method'> | null {
  if (acceptance.method !== 'ON_BEHALF') return null;
  return (JSON.parse(acceptance.evidence) as { onBehalf: Omit<OnBehalf, 'method'> }).onBehalf;
}
