import { initialChoices, type Offer } from '@countersign/api/domain/options';
import type { Choice } from '@countersign/api/domain/pricing';

/** The choices that were kept as JSON, as far as the offer still has them; what it starts with when none were made. */
export function chosenOf(offer: Offer, kept: string): readonly Choice[] {
  const picked = kept ? parsed(kept) : null;
  if (!picked) return initialChoices(offer);
  return offer.options.flatMap(({ id, minQuantity, maxQuantity }) => {
    const choice = picked.find(({ optionId }) => optionId === id);
    if (!choice) return [];
    return [{ optionId: id, quantity: Math.min(maxQuantity, Math.max(minQuantity, choice.quantity)) }];
  });
}

function parsed(kept: string): Choice[] | null {
  try {
    const read: unknown = JSON.parse(kept);
    return Array.isArray(read) ? read.filter(isChoice) : null;
  } catch {
    return null;
  }
}

const isChoice = (one: unknown): one is Choice =>
  typeof one === 'object' &&
  one !== null &&
  'optionId' in one &&
  'quantity' in one &&
  Number.isSafeInteger(one.quantity);
