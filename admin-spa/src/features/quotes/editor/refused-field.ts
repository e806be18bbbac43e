import { blankGroupsOf, isBlankLine, isBlankOption } from './blank-rows.ts';
import type { ListName, QuoteForm } from './quote-form.ts';

const details = ['title', 'scope', 'terms', 'discount', 'validUntil', 'effectiveDate', 'termsNote'] as const;

/** What the editor calls the fields that the contract calls otherwise. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  lines: { taxRate: 'tax', taxTreatment: 'tax' },
  options: { taxRate: 'tax', taxTreatment: 'tax' },
  stages: { percent: 'value', amount: 'value' },
};
const first: Readonly<Record<ListName, string>> = {
  lines: 'description',
  groups: 'title',
  options: 'title',
  stages: 'label',
};

const isList = (name: string): name is ListName => Object.hasOwn(first, name);

/** The rows that were sent, in their order: the server counts these. */
export function sentRows(form: QuoteForm, list: ListName): readonly { id: string }[] {
  if (list === 'lines') return form.lines.filter((line) => !isBlankLine(line));
  if (list === 'options') return form.options.filter((option) => !isBlankOption(option));
  if (list === 'groups') {
    const blank = blankGroupsOf(form);
    return form.groups.filter((group) => !blank.has(group.id));
  }
  return form.stages;
}

/** The field of the editor that a refusal names, as `lines.<id>.unitPrice`; null when it names none that the editor has. */
export function fieldOf(named: string | null | undefined, form: QuoteForm): string | null {
  const path = named?.replace(/^(?:input\.)?(?:quote\.)?/, '') ?? '';
  const [list = '', position = '', name = ''] = path.split('.');
  if (path === 'paymentTermsDays' || details.some((one) => one === list)) return list;
  if (!isList(list)) return null;
  const id = sentRows(form, list)[Number(position)]?.id;
  if (position === '' || id === undefined) return null;
  return `${list}.${id}.${renamed[list]?.[name] ?? (name || first[list])}`;
}
