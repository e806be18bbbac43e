import { type GroupEntry, type LineEntry, newId, type OptionEntry, type QuoteForm } from './quote-form.ts';

export const blankLine = (tax: string): LineEntry => ({
  id: newId(),
  description: '',
  quantity: '1',
  unit: '',
  unitPrice: '',
  discount: '',
  tax,
  billing: 'ONCE',
  cost: '',
  itemId: null,
});

export const blankOption = (tax: string, groupId: string | null): OptionEntry => ({
  id: newId(),
  groupId,
  title: '',
  description: '',
  unit: '',
  price: '',
  tax,
  billing: 'ONCE',
  minQuantity: '1',
  maxQuantity: '1',
  requires: [],
  excludes: [],
  preselected: false,
  cost: '',
  itemId: null,
});

/** A new group asks for one of its options. */
export const blankGroup = (): GroupEntry => ({ id: newId(), title: '', description: '', min: '1', max: '1' });

const isEmpty = (...texts: string[]): boolean => texts.every((text) => text.trim() === '');

/** Without words, a price, a discount and a cost it was never filled in: it is left out when the quote is saved. */
export const isBlankLine = (line: LineEntry): boolean =>
  isEmpty(line.description, line.unitPrice, line.discount, line.cost);

export const isBlankOption = (option: OptionEntry): boolean =>
  isEmpty(option.title, option.description, option.price, option.cost);

/** Without the rows that were never filled in, as it would be saved. */
export function withoutBlanks(form: QuoteForm): QuoteForm {
  const blank = blankGroupsOf(form);
  return {
    ...form,
    lines: form.lines.filter((line) => !isBlankLine(line)),
    groups: form.groups.filter((group) => !blank.has(group.id)),
    options: form.options.filter((option) => !isBlankOption(option)),
  };
}

/** A draft without a line begins with one to write in. */
export const withFirstLine = (form: QuoteForm, tax: string): QuoteForm =>
  form.lines.length > 0 ? form : { ...form, lines: [blankLine(tax)] };

/** A group that nobody named and that has nothing in it. */
export const blankGroupsOf = (form: QuoteForm): ReadonlySet<string> => {
  const used = new Set(
    form.options.filter((option) => !isBlankOption(option)).map((option) => option.groupId),
  );
  const blank = form.groups.filter((group) => isEmpty(group.title, group.description) && !used.has(group.id));
  return new Set(blank.map((group) => group.id));
};
