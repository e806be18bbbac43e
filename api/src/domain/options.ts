/**
 * How a customer chooses. One click can mean several things: taking the care plan adds the hosting that it needs, taking the
 * large plan puts the small one back, leaving the hosting out takes the care plan away again. The page cannot make a choice
 * that the gate turns down, except one that is not finished.
 */
import { byId, excludesOther, type Offer, type OptionRules, withRequired } from './option-rules.ts';
import type { Choice } from './pricing.ts';

export { choiceProblem } from './option-rules.ts';
export type { ChoiceProblem, Offer, OfferedOption, OptionGroup, OptionRules } from './option-rules.ts';
export { offerProblem } from './offer.ts';

/** Those of the options that have everything they need among them. */
function supported(offer: Offer, ids: ReadonlySet<string>): Set<string> {
  const left = new Set(ids);
  let before: number;
  do {
    before = left.size;
    for (const { id, requires } of offer.options) {
      if (left.has(id) && !requires.every((needed) => left.has(needed))) left.delete(id);
    }
  } while (left.size < before);
  return left;
}

/** The ids as choices in the order of the offer: the quantity that was chosen before, or the least. */
const asChoices = (offer: Offer, ids: ReadonlySet<string>, before: ReadonlyMap<string, number>): Choice[] =>
  offer.options
    .filter((option) => ids.has(option.id))
    .map(({ id, minQuantity }) => ({ optionId: id, quantity: before.get(id) ?? Math.max(1, minQuantity) }));

const clamped = ({ minQuantity, maxQuantity }: OptionRules, quantity: number): number =>
  Math.min(maxQuantity, Math.max(1, minQuantity, Math.trunc(quantity)));

/**
 * The choices after somebody took so many of an option; 0 takes it away. What the option needs is added, what does not go
 * with it is taken away with everything that needed it, and in a group of which one is chosen it takes the place of the
 * other. A quantity out of range becomes the nearest allowed one. Where the option cannot be added, because its group is full
 * or its rules contradict each other, everything stays as it was. All rules are kept but that of a required group: a person
 * has to choose there.
 */
export function choose(
  offer: Offer,
  choices: readonly Choice[],
  optionId: string,
  quantity: number,
): Choice[] {
  const before = new Map(choices.map((choice) => [choice.optionId, choice.quantity]));
  const option = byId(offer).get(optionId);
  if (option === undefined || Number.isNaN(quantity)) return [...choices];
  if (quantity < 1) {
    const left = new Set(before.keys());
    left.delete(optionId);
    return asChoices(offer, supported(offer, left), before);
  }
  const added = withRequired(offer, optionId);
  if (added === null) return [...choices];
  const newcomers = offer.options.filter((one) => added.has(one.id));
  const replaced = new Set(offer.groups.filter((group) => group.max === 1).map((group) => group.id));
  const stays = offer.options.filter(
    (one) =>
      before.has(one.id) &&
      !added.has(one.id) &&
      !newcomers.some(
        (other) =>
          excludesOther(one, other) ||
          (one.groupId !== null && one.groupId === other.groupId && replaced.has(one.groupId)),
      ),
  );
  const ids = supported(offer, new Set([...added, ...stays.map((one) => one.id)]));
  const isFull = offer.groups.some(
    ({ id, max }) => offer.options.filter((one) => one.groupId === id && ids.has(one.id)).length > max,
  );
  if (isFull) return [...choices];
  return asChoices(offer, ids, before.set(optionId, clamped(option, quantity)));
}

/** What the page starts with: everything preselected that goes together, each at its least. */
export const initialChoices = (offer: Offer): Choice[] =>
  offer.options
    .filter((option) => option.preselected)
    .reduce<Choice[]>(
      (choices, { id }) => (isChosen(choices, id) ? choices : choose(offer, choices, id, 1)),
      [],
    );

const isChosen = (choices: readonly Choice[], id: string): boolean =>
  choices.some((choice) => choice.optionId === id);
