/**
 * Whether the rules of an offer can be kept at all, asked before it is approved: references that lead nowhere, a group that
 * asks for three of its two options, an option that needs what it goes without. Last comes a search for one allowed choice:
 * nobody shall get a page on which nothing can be signed.
 */
import { hasAllowedChoice } from './allowed-choice.ts';
import { choiceProblem, type Offer, type OfferedOption, quoted, withRequired } from './option-rules.ts';

/** What is wrong, with the path of the field: `options.2.requires`. */
export type OfferProblem = Readonly<{ field: string; message: string }>;

/** The most pieces of one option (schema/quote-content.graphql). */
const mostPieces = 10_000;

const isCount = (n: number, least: number): boolean => Number.isSafeInteger(n) && n >= least;

const repeated = (ids: readonly string[]): number => ids.findIndex((id, k) => ids.indexOf(id) !== k);

function groupsProblem({ groups, options }: Offer): OfferProblem | null {
  const twice = repeated(groups.map((group) => group.id));
  if (twice >= 0) return { field: `groups.${twice}.id`, message: 'Two groups have the same id.' };
  for (const [k, { id, title, min, max }] of groups.entries()) {
    const members = options.filter((option) => option.groupId === id).length;
    const of = quoted(title);
    if (!isCount(min, 0)) return { field: `groups.${k}.min`, message: `${of} needs a least of 0 or more.` };
    if (!isCount(max, 1)) return { field: `groups.${k}.max`, message: `${of} needs a most of 1 or more.` };
    if (min > max)
      return { field: `groups.${k}.max`, message: `${of} asks for more options than it allows.` };
    if (members === 0)
      return {
        field: `groups.${k}.title`,
        message: `${of} has no options yet. Please add some, or remove it.`,
      };
    if (min > members)
      return { field: `groups.${k}.min`, message: `${of} asks for ${min} options, but has only ${members}.` };
  }
  return null;
}

function optionProblem(
  offer: Offer,
  option: OfferedOption,
): Readonly<{ at: string; message: string }> | null {
  const { id, groupId, minQuantity, maxQuantity, requires, excludes } = option;
  const known = (other: string): boolean => offer.options.some((one) => one.id === other);
  const of = quoted(option.title);
  if (groupId !== null && offer.groups.every((group) => group.id !== groupId))
    return { at: 'groupId', message: `${of} belongs to a group that this quote does not have.` };
  if (!isCount(minQuantity, 1)) return { at: 'minQuantity', message: `${of} needs a least of 1 or more.` };
  if (!isCount(maxQuantity, minQuantity) || maxQuantity > mostPieces)
    return { at: 'maxQuantity', message: `${of} needs a most from ${minQuantity} to ${mostPieces}.` };
  if (!requires.every(known))
    return { at: 'requires', message: `${of} needs an option that this quote does not have.` };
  if (!excludes.every(known))
    return { at: 'excludes', message: `${of} goes without an option that this quote does not have.` };
  if (requires.includes(id)) return { at: 'requires', message: `${of} cannot need itself.` };
  if (excludes.includes(id)) return { at: 'excludes', message: `${of} cannot go without itself.` };
  if (withRequired(offer, id) === null)
    return {
      at: 'requires',
      message: `${of} can never be chosen: what it needs does not go together. Please check its rules.`,
    };
  return null;
}

function optionsProblem(offer: Offer): OfferProblem | null {
  const twice = repeated(offer.options.map((option) => option.id));
  if (twice >= 0) return { field: `options.${twice}.id`, message: 'Two options have the same id.' };
  for (const [k, option] of offer.options.entries()) {
    const problem = optionProblem(offer, option);
    if (problem !== null) return { field: `options.${k}.${problem.at}`, message: problem.message };
  }
  return null;
}

/** A choice need not be finished when the page opens, but what it starts with has to go together. */
function preselectionProblem(offer: Offer): OfferProblem | null {
  const preselected = offer.options.filter((option) => option.preselected);
  const choices = preselected.map(({ id, minQuantity }) => ({ optionId: id, quantity: minQuantity }));
  const unbound = { ...offer, groups: offer.groups.map((group) => ({ ...group, min: 0 })) };
  const problem = choiceProblem(unbound, choices);
  if (problem === null) return null;
  const at = offer.options.findIndex(
    (option) =>
      option.preselected && (option.id === problem.optionId || option.groupId === (problem.groupId ?? '')),
  );
  return {
    field: `options.${Math.max(0, at)}.preselected`,
    message: `The options that the page starts with do not go together. ${problem.message}`,
  };
}

/** Why the offer cannot be approved, as a sentence for staff; null when it can. */
export function offerProblem(offer: Offer): OfferProblem | null {
  const problem = groupsProblem(offer) ?? optionsProblem(offer) ?? preselectionProblem(offer);
  if (problem !== null) return problem;
  const found = hasAllowedChoice(offer);
  if (found === true) return null;
  const message =
    found === null
      ? 'The rules of the options are too tangled to tell whether anything can be chosen. Please use fewer of them.'
      : 'No choice keeps all the rules of the required groups, so nobody could sign. Please loosen some of them.';
  return { field: 'groups', message };
}
