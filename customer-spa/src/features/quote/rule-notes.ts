import type { Offer } from '@countersign/api/domain/options';
import type { Choice } from '@countersign/api/domain/pricing';
import { named } from './named.ts';

type Option = Offer['options'][number];

/**
 * What the rules did beside what was pressed, each in a sentence. Picking another one of three says nothing: everybody
 * expects the first one to go.
 */
export function ruleNotes(
  offer: Offer,
  before: readonly Choice[],
  after: readonly Choice[],
  { optionId, quantity }: Choice,
): string[] {
  const had = optionsIn(offer, before);
  const has = optionsIn(offer, after);
  const pressed = offer.options.find(({ id }) => id === optionId);
  if (!pressed) return [];
  if (quantity > 0 && !has.includes(pressed)) return [notAdded(offer, had, pressed)];
  const added = has.filter((option) => option !== pressed && !had.includes(option));
  const gone = had.filter((option) => option !== pressed && !has.includes(option));
  return [
    ...added.map((option) => `${named(option)} was added, because ${asker(has, option)} needs it.`),
    ...gone.flatMap((option) => whyGone(offer, has, option, pressed)),
  ];
}

function notAdded({ groups, options }: Offer, had: readonly Option[], pressed: Option): string {
  const bundle = options.filter(({ id }) => id === pressed.id || pressed.requires.includes(id));
  const full = groups.find(
    ({ id, max }) =>
      bundle.some((option) => option.groupId === id) &&
      had.filter((option) => option.groupId === id).length >= max,
  );
  const sentence = `${named(pressed)} was not added`;
  if (!full) return `${sentence}, because it does not fit with the rest of your choice.`;
  return `${sentence}: ${full.max} of “${full.title}” ${full.max === 1 ? 'is' : 'are'} chosen already. Take one out first.`;
}

function whyGone({ groups }: Offer, has: readonly Option[], option: Option, pressed: Option): string[] {
  const rival = has.find((other) => other.excludes.includes(option.id) || option.excludes.includes(other.id));
  const sentence = `${named(option)} was taken out, because it`;
  if (rival) return [`${sentence} does not go together with ${named(rival)}.`];
  const swapped = has.find((other) => other.groupId !== null && other.groupId === option.groupId);
  if (swapped && groups.find(({ id }) => id === option.groupId)?.max === 1)
    return swapped === pressed ? [] : [`${named(swapped)} took the place of ${named(option)}.`];
  return [`${sentence} needs what is no longer chosen.`];
}

const asker = (has: readonly Option[], option: Option): string => {
  const found = has.find(({ requires }) => requires.includes(option.id));
  return found ? named(found) : 'another choice';
};

const optionsIn = ({ options }: Offer, choices: readonly Choice[]): Option[] =>
  options.filter(({ id }) => choices.some(({ optionId }) => optionId === id));
