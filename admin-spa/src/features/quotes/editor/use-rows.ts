import { type ClipboardEvent, type KeyboardEvent, useMemo } from 'react';
import { type Desk, useDesk } from './editor-store.ts';
import { andGoTo, goTo } from './focus.ts';
import { gridAct } from './grid-keys.ts';
import { showRemoved } from './removed-note.tsx';
import { type ListName, newId, type QuoteForm, rowName, type Rows } from './quote-form.ts';
import { duplicateRow, indexOf, insertRows, moveRow, removeRow } from './rows.ts';

/** Where a row goes when it moves by one; groups move within the groups, options within their group. */
type Neighbour = (form: QuoteForm, id: string, step: 1 | -1) => number | null;

const next =
  (list: ListName): Neighbour =>
  (form, id, step) =>
    indexOf(form, list, id) + step;

type Grid<Name extends ListName> = {
  list: Name;
  /** The field of a new row that takes the focus. */
  first: string;
  blank: (form: QuoteForm, after: string | null) => Rows[Name];
  neighbour?: Neighbour;
};

export type RowActs = {
  add: (after: string | null) => void;
  duplicate: (id: string) => void;
  move: (id: string, step: 1 | -1) => void;
  moveTo: (id: string, to: number) => void;
  remove: (id: string) => void;
};

function actsOf<Name extends ListName>(desk: Desk, { list, first, blank, neighbour }: Grid<Name>): RowActs {
  const { editor } = desk;
  const name = rowName[list];
  const field = (id: string, column = first) => `${list}.${id}.${column}`;
  return {
    add(after) {
      const row = blank(editor.form(), after);
      const at = after === null ? editor.form()[list].length : indexOf(editor.form(), list, after) + 1;
      andGoTo(
        () => editor.change(`a ${name} added`, (form) => insertRows(form, list, at, [row])),
        field(row.id),
      );
    },
    duplicate(id) {
      const copy = newId();
      andGoTo(
        () => editor.change(`a ${name} copied`, (form) => duplicateRow(form, list, id, copy)),
        field(copy),
      );
    },
    move(id, step) {
      const focused = document.activeElement;
      editor.change(`a ${name} moved`, (form) => {
        const to = (neighbour ?? next(list))(form, id, step);
        return to === null ? form : moveRow(form, list, id, to);
      });
      // a moved row is put elsewhere in the page, and loses the focus by it
      requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus());
    },
    moveTo: (id, to) => editor.change(`a ${name} moved`, (form) => moveRow(form, list, id, to)),
    remove(id) {
      const before = editor.form();
      const at = indexOf(before, list, id);
      const near = before[list][at + 1] ?? before[list][at - 1];
      andGoTo(
        () => editor.change(`a ${name} removed`, (form) => removeRow(form, list, id)),
        near ? field(near.id) : `${list}.add`,
      );
      showRemoved(`A ${name} is removed.`, () => {
        const now = editor.form();
        // the way back is free while nothing else was done; otherwise only the row comes back
        if (editor.state().history.past.at(-1)?.form === before) editor.undo();
        else if (indexOf(now, list, id) < 0) {
          const row = before[list][at] as Rows[Name] | undefined;
          if (row) editor.change(`a ${name} put back`, (form) => insertRows(form, list, at, [row]));
        }
      });
    },
  };
}

/** Where the event happened: the row and the column of a field. */
function cellOf(target: EventTarget | null): { id: string; column: string; element: HTMLElement } | null {
  const element = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-field]') : null;
  const [, id, column] = element?.dataset['field']?.split('.') ?? [];
  return element && id !== undefined && column !== undefined ? { id, column, element } : null;
}

/** The keys of a grid, heard once for all its rows, and what its buttons do. */
export function useRows<Name extends ListName>(grid: Grid<Name>, isBlank: (row: Rows[Name]) => boolean) {
  const desk = useDesk();
  // the grid is written where it is used and means the same each time
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const acts = useMemo(() => actsOf(desk, grid), [desk]);
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    const act = cell && gridAct(event, cell.element instanceof HTMLSelectElement);
    if (!cell || !act || event.nativeEvent.isComposing || event.defaultPrevented) return;
    if (cell.element instanceof HTMLTextAreaElement && act === 'ADD') return;
    const rows = desk.editor.form()[grid.list] as readonly Rows[Name][];
    const at = rows.findIndex((row) => row.id === cell.id);
    const other = rows[act === 'GO_UP' ? at - 1 : at + 1];
    const here = rows[at];
    event.preventDefault();
    if (act === 'ADD') {
      if (other && (isBlank(other) || (here && isBlank(here))))
        goTo(`${grid.list}.${other.id}.${grid.first}`);
      else if (here && !isBlank(here)) acts.add(cell.id);
    } else if (act === 'DUPLICATE') acts.duplicate(cell.id);
    else if (act === 'REMOVE') acts.remove(cell.id);
    else if (act === 'MOVE_UP' || act === 'MOVE_DOWN') acts.move(cell.id, act === 'MOVE_UP' ? -1 : 1);
    else if (other) goTo(`${grid.list}.${other.id}.${cell.column}`);
  };
  return { acts, onKeyDown };
}

export const pastedCell = (event: ClipboardEvent): string | null => cellOf(event.target)?.id ?? null;
