/**
 * The search for one choice that keeps all the rules of an offer. Only required groups make it more than "nothing at all".
 * They are filled one after the other, the one with the fewest ways first; whatever is chosen brings what it needs. Every
 * allowed choice holds such a path, so when all paths end there is none.
 */
import { excludesOther, type Offer, withRequired } from './option-rules.ts';

/** So many steps settle every offer that a person wrote on purpose, and none takes longer than a blink. */
const mostSteps = 1_000;

type Ids = ReadonlySet<string>;

/** Whether both sets can be chosen together. */
function fitting(offer: Offer): (ids: Ids, more: Ids) => boolean {
  const groupOf = new Map(offer.options.map((option) => [option.id, option.groupId]));
  const rivals = new Map(
    offer.options.map((option) => [
      option.id,
      offer.options.filter((other) => excludesOther(option, other)).map((other) => other.id),
    ]),
  );
  return (ids, more) => {
    for (const id of more) if (rivals.get(id)?.some((rival) => ids.has(rival)) === true) return false;
    const counts = new Map<string, number>();
    for (const id of new Set([...ids, ...more])) {
      const group = groupOf.get(id) ?? null;
      if (group !== null) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return offer.groups.every(({ id, max }) => (counts.get(id) ?? 0) <= max);
  };
}

/** The ways to take one more of each group that has too few, the group with the fewest ways first. */
function nextSteps(
  offer: Offer,
  ids: Ids,
  bundles: ReadonlyMap<string, Ids>,
  fits: (ids: Ids, more: Ids) => boolean,
) {
  const open = offer.groups
    .map(({ id, min }) => ({ min, members: offer.options.filter((option) => option.groupId === id) }))
    .filter(({ min, members }) => members.filter((option) => ids.has(option.id)).length < min);
  const ways = open.map(({ members }) =>
    members
      .filter((option) => !ids.has(option.id))
      .map((option) => bundles.get(option.id))
      .filter((bundle) => bundle !== undefined)
      .filter((bundle) => fits(ids, bundle)),
  );
  return ways.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

/** Whether there is such a choice; null when the rules are too tangled to tell in reasonable time. */
export function hasAllowedChoice(offer: Offer): boolean | null {
  const bundles = new Map<string, Ids>();
  for (const { id } of offer.options) {
    const bundle = withRequired(offer, id);
    if (bundle !== null) bundles.set(id, bundle);
  }
  const fits = fitting(offer);
  let steps = 0;
  const search = (ids: Ids): boolean => {
    steps += 1;
    if (steps > mostSteps) return false;
    const ways = nextSteps(offer, ids, bundles, fits);
    return ways === null || ways.some((bundle) => search(new Set([...ids, ...bundle])));
  };
  if (search(new Set())) return true;
  return steps > mostSteps ? null : false;
}
