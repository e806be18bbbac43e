import type { QuoteForm } from './quote-form.ts';

/** What came of sending the form. */
export type Sent =
  | { kind: 'SAVED' }
  | { kind: 'REFUSED'; message: string; field: string | null }
  | { kind: 'CONFLICT' }
  | { kind: 'SIGNED_OUT' }
  | { kind: 'UNREACHABLE' }
  | { kind: 'FAILED'; message: string };

/** Where the saving stands, for the person who types. */
export type SaveState =
  | { kind: 'SAVED'; at: number | null }
  | { kind: 'WAITING' }
  | { kind: 'SAVING' }
  | { kind: 'BLOCKED'; message: string; field: string }
  | Exclude<Sent, { kind: 'SAVED' }>;

type Parts = {
  /** The form as it stands. */
  read: () => QuoteForm;
  /** What keeps it from being sent; then it is not tried. */
  problem: (form: QuoteForm) => { field: string; message: string } | null;
  send: (form: QuoteForm) => Promise<Sent>;
  onState: (state: SaveState) => void;
  now: () => number;
};

export type Autosave = {
  /** Something was typed. */
  changed: () => void;
  /** Saves at once; true when everything is saved then. */
  flush: () => Promise<boolean>;
  isClean: () => boolean;
  isSignedOut: () => boolean;
  /** The form that the server is known to have; goes on from there after a conflict was settled. */
  settled: (form: QuoteForm) => void;
  stop: () => void;
};

const pause = 1_000;
const retries = [2_000, 5_000, 10_000, 30_000];

/**
 * Saves about a second after the last change, one save at a time, and what is typed meanwhile in the next one. Without a
 * connection it goes on trying; after a conflict or without a session it waits until somebody has done something about it.
 */
export function createAutosave(start: QuoteForm, { read, problem, send, onState, now }: Parts): Autosave {
  let saved = start;
  let savedAt: number | null = null;
  let held: 'CONFLICT' | 'SIGNED_OUT' | null = null;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const isClean = () => read() === saved;
  const stop = () => clearTimeout(timer);
  const later = (wait: number) => {
    stop();
    timer = setTimeout(() => void run(), wait);
  };
  /** Says how it stands, and comes back when something is left to save. */
  const rest = (wait: number) => {
    stop();
    onState(isClean() ? { kind: 'SAVED', at: savedAt } : { kind: 'WAITING' });
    if (!isClean()) later(wait);
  };
  const once = async () => {
    const form = read();
    const found = problem(form);
    if (found) return onState({ kind: 'BLOCKED', ...found });
    onState({ kind: 'SAVING' });
    const outcome = await send(form);
    tries = outcome.kind === 'UNREACHABLE' ? tries + 1 : 0;
    held = outcome.kind === 'CONFLICT' || outcome.kind === 'SIGNED_OUT' ? outcome.kind : null;
    if (outcome.kind === 'SAVED') {
      [saved, savedAt] = [form, now()];
      return rest(pause);
    }
    onState(outcome);
    if (outcome.kind === 'UNREACHABLE') later(retries[Math.min(tries, retries.length) - 1] ?? pause);
    else if (held === null && read() !== form) later(pause);
    return undefined;
  };
  const run = async () => {
    stop();
    if (running === null && held === null && !isClean()) {
      running = once().finally(() => {
        running = null;
      });
    }
    await running;
  };
  return {
    isClean,
    isSignedOut: () => held === 'SIGNED_OUT',
    changed: () => void (held === null && running === null && rest(pause)),
    flush: async () => {
      await running;
      return run().then(isClean);
    },
    settled(form) {
      saved = form;
      held = null;
      rest(0);
    },
    stop,
  };
}
