import { useForm } from './editor-store.ts';
import { blocksOf } from './option-groups.ts';
import type { ListName, QuoteForm } from './quote-form.ts';

type Names = Readonly<Record<ListName, ReadonlyMap<string, string>>>;

const numbered = (rows: readonly { id: string }[], word: string, of = ''): [string, string][] =>
  rows.map((row, index) => [row.id, `${word} ${index + 1}${of}`]);

const known = new WeakMap<QuoteForm, Names>();

/** What each row is called; options are counted within their group. */
function namesOf(form: QuoteForm): Names {
  const before = known.get(form);
  if (before) return before;
  const names = {
    lines: new Map(numbered(form.lines, 'Line')),
    groups: new Map(numbered(form.groups, 'Choice')),
    options: new Map(
      blocksOf(form).flatMap(({ group, options }) =>
        numbered(options, 'Option', group?.title ? ` of ${group.title}` : ''),
      ),
    ),
    stages: new Map(numbered(form.stages, 'Stage')),
  };
  known.set(form, names);
  return names;
}

type Props = { id: string; list: ListName; row: string };

/**
 * The name of a row, such as “Line 7”, for what refers to it by this id. It is a part of its own because it changes for every
 * row below one that comes or goes: then two hundred words are written anew, and not two hundred rows.
 */
export function RowName({ id, list, row }: Props) {
  const name = useForm((form) => namesOf(form)[list].get(row));
  return (
    <span id={id} hidden>
      {name}
    </span>
  );
}
