import { isBlankOption } from './blank-rows.ts';
import type { GroupEntry, OptionEntry, QuoteForm } from './quote-form.ts';
import { readWhole } from '../../../ui/values.ts';

/** How many of a group can be chosen, in the words of the editor. */
export const groupRules = {
  ONE: 'Choose one',
  ONE_OR_NONE: 'Choose one or none',
  ANY: 'Choose any',
  RANGE: 'Choose a number of them',
} as const;

export type GroupRule = keyof typeof groupRules;

export function ruleOf({ min, max }: Pick<GroupEntry, 'min' | 'max'>): GroupRule {
  if (min === '1' && max === '1') return 'ONE';
  if (min === '0' && max === '1') return 'ONE_OR_NONE';
  return min === '0' && max === '' ? 'ANY' : 'RANGE';
}

export const boundsOf = {
  ONE: { min: '1', max: '1' },
  ONE_OR_NONE: { min: '0', max: '1' },
  ANY: { min: '0', max: '' },
  RANGE: { min: '2', max: '' },
} as const satisfies Record<GroupRule, { min: string; max: string }>;

const membersOf = (form: QuoteForm, group: GroupEntry): number =>
  form.options.filter((option) => option.groupId === group.id && !isBlankOption(option)).length;

/** As the domain wants it: an open end is as many as there are. */
export function limitsOf(form: QuoteForm, group: GroupEntry): { min: number; max: number } {
  const min = readWhole(group.min) ?? 0;
  return { min, max: readWhole(group.max) ?? Math.max(1, min, membersOf(form, group)) };
}

/** Options that stand together, in the order of the quote; those without a group come first. */
export type Block = Readonly<{ group: GroupEntry | null; options: readonly OptionEntry[] }>;

export function blocksOf({ groups, options }: Pick<QuoteForm, 'groups' | 'options'>): Block[] {
  const known = new Set(groups.map((group) => group.id));
  const single = options.filter((option) => option.groupId === null || !known.has(option.groupId));
  const grouped = groups.map((group) => ({
    group,
    options: options.filter((option) => option.groupId === group.id),
  }));
  return [...(single.length > 0 ? [{ group: null, options: single }] : []), ...grouped];
}

/** The position in the quote of the neighbour within the block, up (-1) or down (1); null at its ends. */
export function neighbour(form: QuoteForm, id: string, step: 1 | -1): number | null {
  const block = blocksOf(form).find(({ options }) => options.some((option) => option.id === id));
  const at = block?.options.findIndex((option) => option.id === id) ?? -1;
  const next = block?.options[at + step];
  return next === undefined ? null : form.options.indexOf(next);
}
