import type { QuoteForm } from './quote-form.ts';

/** A state that one can go back to, and what was done after it. */
type Step = Readonly<{ form: QuoteForm; what: string }>;

/** The form as it is, and the way there and back. `field` and `at` tell which field was typed in last, and when. */
export type History = Readonly<{
  form: QuoteForm;
  past: readonly Step[];
  future: readonly Step[];
  field: string | null;
  at: number;
}>;

const mostSteps = 200;
const oneBreath = 1_500;

export const begin = (form: QuoteForm): History => ({ form, past: [], future: [], field: null, at: 0 });

/**
 * The history after a change. What is typed into one field without a pause is one step; everything else is a step of its own.
 * Forms share what they have in common, so keeping many costs little.
 */
export function commit(
  history: History,
  form: QuoteForm,
  { what, field = null, at }: { what: string; field?: string | null; at: number },
): History {
  if (form === history.form) return history;
  const goesOn = field !== null && field === history.field && at - history.at < oneBreath;
  const past = goesOn ? history.past : [...history.past, { form: history.form, what }].slice(-mostSteps);
  return { form, past, future: [], field, at };
}

export function undo(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    form: last.form,
    past: history.past.slice(0, -1),
    future: [...history.future, { form: history.form, what: last.what }],
    field: null,
    at: 0,
  };
}

export function redo(history: History): History {
  const next = history.future.at(-1);
  if (next === undefined) return history;
  return {
    form: next.form,
    past: [...history.past, { form: history.form, what: next.what }],
    future: history.future.slice(0, -1),
    field: null,
    at: 0,
  };
}
