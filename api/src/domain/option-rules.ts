/**
 * The rules of choosing. An option of 1 to 1 pieces is a box to tick, one of 1 to 5 pieces takes a number; the options of a
 * group are chosen between (one of three plans, at least two of five); an option can need others and can go without others.
 * Page, preview and gate hold a choice to them by the same function.
 */
import type { Choice } from './pricing.ts';

/** Options that belong together: at least `min` and at most `max` of them are chosen. `min` from 1 makes it required. */
export type OptionGroup = Readonly<{
  id: string;
  title: string;
  description: string;
  min: number;
  max: number;
}>;

/** What an option asks of a choice. `excludes` counts in both directions. */
export type OptionRules = Readonly<{
  groupId: string | null;
  minQuantity: number;
  maxQuantity: number;
  requires: readonly string[];
  excludes: readonly string[];
  preselected: boolean;
}>;

/** An option, as far as choosing it goes. */
export type OfferedOption = OptionRules & Readonly<{ id: string; title: string }>;

/** Everything that can be chosen. */
export type Offer = Readonly<{ groups: readonly OptionGroup[]; options: readonly OfferedOption[] }>;

/** A rule that a choice breaks, with the option or group that it is about, and a sentence for the person who chooses. */
export type ChoiceProblem = Readonly<{
  rule: 'UNKNOWN' | 'DUPLICATE' | 'QUANTITY' | 'GROUP_MIN' | 'GROUP_MAX' | 'REQUIRES' | 'EXCLUDES';
  optionId: string | null;
  groupId: string | null;
  message: string;
}>;

/** The options by their ids. */
export const byId = (offer: Offer): ReadonlyMap<string, OfferedOption> =>
  new Map(offer.options.map((option) => [option.id, option]));

/** How a sentence names an option or a group. */
export const quoted = (title: string): string => `“${title}”`;

/** Whether the two cannot be chosen together, whichever of them says so. */
export const excludesOther = (one: OfferedOption, other: OfferedOption): boolean =>
  one.excludes.includes(other.id) || other.excludes.includes(one.id);

const isAllowed = ({ minQuantity, maxQuantity }: OptionRules, quantity: number): boolean =>
  Number.isSafeInteger(quantity) && quantity >= Math.max(1, minQuantity) && quantity <= maxQuantity;

function unreadable(offer: Offer, choices: readonly Choice[]): ChoiceProblem | null {
  const options = byId(offer);
  const seen = new Set<string>();
  // A list with more choices than options ends here early: a strange one or a repeated one is among the first.
  for (const { optionId, quantity } of choices) {
    const option = options.get(optionId);
    const about = { optionId, groupId: null };
    if (option === undefined) {
      return {
        ...about,
        rule: 'UNKNOWN',
        message: 'One of the options you chose is not part of this quote.',
      };
    }
    if (seen.has(optionId)) {
      return { ...about, rule: 'DUPLICATE', message: `${quoted(option.title)} is chosen twice.` };
    }
    seen.add(optionId);
    if (!isAllowed(option, quantity)) {
      const { minQuantity: least, maxQuantity: most } = option;
      const message =
        least === most
          ? `${quoted(option.title)} can be taken ${most === 1 ? 'once' : `${most} times`}, or not at all.`
          : `Please take ${least} to ${most} of ${quoted(option.title)}, or none.`;
      return { ...about, rule: 'QUANTITY', message };
    }
  }
  return null;
}

function groupProblem(offer: Offer, chosen: readonly OfferedOption[]): ChoiceProblem | null {
  for (const { id, title, min, max } of offer.groups) {
    const count = chosen.filter((option) => option.groupId === id).length;
    const about = { optionId: null, groupId: id };
    if (count < min) {
      const message =
        min === max
          ? `Please choose ${min === 1 ? 'one' : min} of ${quoted(title)}.`
          : `Please choose at least ${min === 1 ? 'one' : min} of ${quoted(title)}.`;
      return { ...about, rule: 'GROUP_MIN', message };
    }
    if (count > max) {
      const message = `Please choose ${max === 1 ? 'only one' : `at most ${max}`} of ${quoted(title)}.`;
      return { ...about, rule: 'GROUP_MAX', message };
    }
  }
  return null;
}

function bondProblem(offer: Offer, chosen: readonly OfferedOption[]): ChoiceProblem | null {
  const options = byId(offer);
  const ids = new Set(chosen.map((option) => option.id));
  for (const option of chosen) {
    const about = { optionId: option.id, groupId: null };
    const missing = option.requires.find((id) => !ids.has(id));
    if (missing !== undefined) {
      const needed = quoted(options.get(missing)?.title ?? 'another option');
      const message = `${quoted(option.title)} goes only together with ${needed}. Please add ${needed}, or leave ${quoted(option.title)} out.`;
      return { ...about, rule: 'REQUIRES', message };
    }
    const rival = chosen.find((other) => other !== option && excludesOther(option, other));
    if (rival !== undefined) {
      const message = `${quoted(option.title)} does not go together with ${quoted(rival.title)}. Please choose one of the two.`;
      return { ...about, rule: 'EXCLUDES', message };
    }
  }
  return null;
}

/** The first rule that the choice breaks; null when it is allowed. However many choices are sent, few are looked at. */
export function choiceProblem(offer: Offer, choices: readonly Choice[]): ChoiceProblem | null {
  const problem = unreadable(offer, choices);
  if (problem !== null) return problem;
  const ids = new Set(choices.map((choice) => choice.optionId));
  const chosen = offer.options.filter((option) => ids.has(option.id));
  return groupProblem(offer, chosen) ?? bondProblem(offer, chosen);
}

/** The option and everything that it needs, and what that needs; null when those cannot be chosen together. */
export function withRequired(offer: Offer, optionId: string): ReadonlySet<string> | null {
  const options = byId(offer);
  const ids = new Set([optionId]);
  // A set goes on to what is added to it on the way.
  for (const id of ids) {
    const option = options.get(id);
    if (option === undefined || option.minQuantity > option.maxQuantity || option.maxQuantity < 1)
      return null;
    for (const needed of option.requires) ids.add(needed);
  }
  const all = offer.options.filter((option) => ids.has(option.id));
  const fits =
    all.every((one, k) => all.slice(k + 1).every((other) => !excludesOther(one, other))) &&
    offer.groups.every(({ id, max }) => all.filter((option) => option.groupId === id).length <= max);
  return fits ? ids : null;
}
