import { choiceProblem, type Offer } from '../domain/options.ts';
import type { Choice } from '../domain/pricing.ts';
import type { Wording } from './wording.ts';

/** What the total is called before the customer has chosen; `choices` are those that the page starts with. */
export function startingTotalLabel(offer: Offer, choices: readonly Choice[], { say }: Wording): string {
  if (offer.options.length === 0) return say.labels.total;
  if (choices.length > 0) return say.price.asItStands;
  // Where one has to be chosen, nobody can have the quote for the total without options.
  return choiceProblem(offer, choices) === null ? say.price.withoutOptions : say.price.beforeChoice;
}
