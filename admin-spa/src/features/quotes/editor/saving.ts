import { dropCopy, keepCopy } from '../../../drafts/kept-copy.ts';
import { type Autosave, createAutosave, type SaveState } from './autosave.ts';
import { firstProblem } from './checks.ts';
import type { Desk } from './editor-store.ts';
import type { QuoteForm } from './quote-form.ts';
import { readTheirs, type Theirs } from './read-theirs.ts';
import { sendDraft, type Update } from './send-draft.ts';
import { inputOf } from './write-form.ts';

/** What was typed and is not saved. */
export type Kept = Readonly<{ version: number; base: QuoteForm; form: QuoteForm }>;

type Parts = {
  desk: Desk;
  quoteId: string;
  /** What the server had when this began. */
  start: Pick<Kept, 'version' | 'base'>;
  update: Update;
  today: () => string;
  onState: (state: SaveState) => void;
  /** Somebody else saved something else: a person has to choose. Null once that is done. */
  onTheirs: (theirs: Theirs | null) => void;
};

export type Session = Autosave & {
  /** The form that the server had when the last save succeeded. */
  base: () => QuoteForm;
  /** Goes on from what the server has now. */
  goOn: (theirs: Theirs) => void;
  /** Keeps what is not saved in this window. */
  keep: () => void;
};

/** Saves one draft for as long as it is open: which version it stands on, what could not be saved, and whose word counts. */
export function openSession({ desk, quoteId, start, update, today, onState, onTheirs }: Parts): Session {
  const { editor, currency } = desk;
  let known = start;
  const autosave: Autosave = createAutosave(start.base, {
    read: editor.form,
    problem: (form) => firstProblem(form, currency, today()),
    send: (form) => {
      const input = { id: quoteId, version: known.version, quote: inputOf(form, currency) };
      return sendDraft(update, input, form, (version) => {
        known = { version, base: form };
      });
    },
    onState: (state) => {
      onState(state);
      if (state.kind === 'WAITING' || state.kind === 'SAVING') return;
      const { field, message } = { field: null, message: '', ...state };
      editor.refuse(state.kind === 'REFUSED' && field !== null ? { field, message } : null);
      if (state.kind === 'CONFLICT') void readTheirs(quoteId, known.base, editor.form()).then(settle);
      if (state.kind !== 'SAVED') keep();
      else if (state.at !== null) dropCopy(sessionStorage, quoteId);
    },
    now: () => Date.now(),
  });
  const keep = () => {
    const kept: Kept = { ...known, form: editor.form() };
    if (!autosave.isClean()) keepCopy(sessionStorage, quoteId, kept);
  };
  const goOn = ({ version, form }: Theirs) => {
    known = { version, base: form };
    onTheirs(null);
    autosave.settled(form);
  };
  const settle = (read: { theirs: Theirs; isChoice: boolean } | null) => {
    if (read?.isChoice) onTheirs(read.theirs);
    else if (read) goOn(read.theirs);
  };
  return { ...autosave, base: () => known.base, goOn, keep };
}
