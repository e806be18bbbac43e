import { type ListName, newId, type QuoteForm, type Rows, type StageEntry } from './quote-form.ts';

/** What can be done with the rows of a quote. Each gives the form that follows; one that changes nothing gives the same. */
type List<Name extends ListName> = readonly Rows[Name][];

const listOf = <Name extends ListName>(form: QuoteForm, name: Name): List<Name> =>
  form[name] as readonly Rows[ListName][] as List<Name>;

/** The first stage is invoiced with the signature and no other is: the order decides, not a choice that could be wrong. */
const inOrder = (stages: readonly StageEntry[]): readonly StageEntry[] =>
  stages.map((stage, index) => {
    if (index === 0) {
      return stage.due === 'ON_SIGNING'
        ? stage
        : { ...stage, due: 'ON_SIGNING', dueOn: '', autoIssue: false };
    }
    return stage.due === 'ON_SIGNING' ? { ...stage, due: 'ON_MILESTONE' } : stage;
  });

export const withRows = <Name extends ListName>(form: QuoteForm, name: Name, rows: List<Name>): QuoteForm => {
  const next = { ...form, [name]: rows };
  return name === 'stages' ? { ...next, stages: inOrder(next.stages) } : next;
};

export const indexOf = (form: QuoteForm, name: ListName, id: string): number =>
  form[name].findIndex((row) => row.id === id);

export const insertRows = <Name extends ListName>(
  form: QuoteForm,
  name: Name,
  index: number,
  rows: List<Name>,
): QuoteForm => withRows(form, name, listOf(form, name).toSpliced(index, 0, ...rows));

export const patchRow = <Name extends ListName>(
  form: QuoteForm,
  name: Name,
  id: string,
  patch: Partial<Rows[Name]>,
): QuoteForm =>
  withRows(
    form,
    name,
    listOf(form, name).map((row) => (row.id === id ? { ...row, ...patch } : row)),
  );

/** Moves a row to where another one stands. */
export function moveRow(form: QuoteForm, name: ListName, id: string, to: number): QuoteForm {
  const from = indexOf(form, name, id);
  const rows = listOf(form, name);
  const row = rows[from];
  if (row === undefined || to < 0 || to >= rows.length || to === from) return form;
  return withRows(form, name, rows.toSpliced(from, 1).toSpliced(to, 0, row));
}

/** The same once more below it, with an id of its own. */
export function duplicateRow(form: QuoteForm, name: ListName, id: string, copyId = newId()): QuoteForm {
  const from = indexOf(form, name, id);
  const row = listOf(form, name)[from];
  return row === undefined ? form : insertRows(form, name, from + 1, [{ ...row, id: copyId }]);
}

const without = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : ids;

/** Without the row; what refers to it lets go of it: options of a group stand by themselves then. */
export function removeRow(form: QuoteForm, name: ListName, id: string): QuoteForm {
  if (indexOf(form, name, id) < 0) return form;
  const left = withRows(
    form,
    name,
    listOf(form, name).filter((row) => row.id !== id),
  );
  if (name === 'groups') {
    const options = left.options.map((option) =>
      option.groupId === id ? { ...option, groupId: null } : option,
    );
    return { ...left, options };
  }
  if (name !== 'options') return left;
  const options = left.options.map((option) => {
    const requires = without(option.requires, id);
    const excludes = without(option.excludes, id);
    return requires === option.requires && excludes === option.excludes
      ? option
      : { ...option, requires, excludes };
  });
  return { ...left, options };
}
