import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ChangeKind } from '../../../gql/graphql.ts';
import { begin, commit, type History, redo, undo } from './history.ts';
import type { ListName, QuoteForm, Rows } from './quote-form.ts';
import { patchRow } from './rows.ts';

/** What the server said about one field; it stands there until the next save. */
export type Refused = Readonly<{ field: string; message: string }>;

/** `showsAll` shows every problem, also where nobody has been yet. `said` is read out. */
export type EditorState = Readonly<{
  history: History;
  refused: Refused | null;
  showsAll: boolean;
  said: string;
}>;

export type Editor = {
  state: () => EditorState;
  form: () => QuoteForm;
  subscribe: (listener: () => void) => () => void;
  /** Only when something else is to be said at the fields. */
  onMarks: (listener: () => void) => () => void;
  /** Only when the form is another one. */
  onForm: (listener: () => void) => () => void;
  /** Changes the form and remembers how it was; `field` joins what is typed into one field to one step. */
  change: (what: string, next: (form: QuoteForm) => QuoteForm, field?: string) => void;
  undo: () => void;
  redo: () => void;
  refuse: (refused: Refused | null) => void;
  showAll: () => void;
};

export function createEditor(start: QuoteForm, now: () => number): Editor {
  let state: EditorState = { history: begin(start), refused: null, showsAll: false, said: '' };
  const listeners = new Set<() => void>();
  const marks = new Set<() => void>();
  const addTo = (set: typeof listeners, listener: () => void) => {
    set.add(listener);
    return () => void set.delete(listener);
  };
  const become = (next: Partial<EditorState>) => {
    const { refused, showsAll } = state;
    state = { ...state, ...next };
    for (const listener of listeners) listener();
    if (refused !== state.refused || showsAll !== state.showsAll) for (const listener of marks) listener();
  };
  return {
    state: () => state,
    form: () => state.history.form,
    subscribe: (listener) => addTo(listeners, listener),
    onMarks: (listener) => addTo(marks, listener),
    onForm(listener) {
      let before = state.history.form;
      const compare = () => {
        if (state.history.form === before) return;
        before = state.history.form;
        listener();
      };
      return addTo(listeners, compare);
    },
    change(what, next, field) {
      const form = next(state.history.form);
      if (form === state.history.form) return;
      become({
        history: commit(state.history, form, { what, field: field ?? null, at: now() }),
        said: field === undefined ? `${what}.` : '',
      });
    },
    undo() {
      const what = state.history.past.at(-1)?.what;
      if (what !== undefined) become({ history: undo(state.history), said: `Undone: ${what}.` });
    },
    redo() {
      const what = state.history.future.at(-1)?.what;
      if (what !== undefined) become({ history: redo(state.history), said: `Done again: ${what}.` });
    },
    refuse: (refused) => void (refused !== state.refused && become({ refused })),
    showAll: () => become({ showsAll: true }),
  };
}

/** What every part of the editor needs and what does not change while it is open. */
export type Desk = Readonly<{
  editor: Editor;
  currency: string;
  defaultTax: string;
  customerEmail: string;
  usualTerms: number;
  /** What it does to an accepted quote; null for an offer of its own. */
  change: ChangeKind | null;
}>;

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This is a part of the quote editor.');
  return desk;
}

/** A part of the state; the same part means nothing to draw. */
export function useEditor<Part>(part: (state: EditorState) => Part): Part {
  const { editor } = useDesk();
  return useSyncExternalStore(editor.subscribe, () => part(editor.state()));
}

/** What is to be said at a field. Two thousand fields ask, so they are not woken by what is typed in one of them. */
export function useMarks<Part>(part: (marks: Pick<EditorState, 'refused' | 'showsAll'>) => Part): Part {
  const { editor } = useDesk();
  return useSyncExternalStore(editor.onMarks, () => part(editor.state()));
}

export const useForm = <Part>(part: (form: QuoteForm) => Part): Part =>
  useEditor((state) => part(state.history.form));

/** Types into a field of the quote itself. */
export function useDetail<Name extends Exclude<keyof QuoteForm, ListName>>(name: Name) {
  const { editor } = useDesk();
  const value = useForm((form) => form[name]);
  const set = (next: QuoteForm[Name], what: string) =>
    editor.change(what, (form) => (form[name] === next ? form : { ...form, [name]: next }), name);
  return [value, set] as const;
}

/** Types into a cell of a row. */
export const setCell = <Name extends ListName>(
  editor: Editor,
  list: Name,
  id: string,
  patch: Partial<Rows[Name]>,
): void => {
  const [field = ''] = Object.keys(patch);
  editor.change('a change in a field', (form) => patchRow(form, list, id, patch), `${list}.${id}.${field}`);
};
