import { useContext } from 'react';
import { PlaceContext } from '../../../ui/format.ts';
import type { SaveState } from './autosave.ts';
import styles from './bar.module.css';
import { useDesk } from './editor-store.ts';
import { goTo } from './focus.ts';

/** Where the saving stands, in a few words; what keeps it from being saved leads to its field. */
export function SaveNote({ state }: { state: SaveState }) {
  const { editor } = useDesk();
  const { locale, timeZone } = useContext(PlaceContext);
  const time = (at: number) => new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(at);
  if (state.kind === 'BLOCKED' || (state.kind === 'REFUSED' && state.field !== null)) {
    const { field, message } = state;
    return (
      <button
        type="button"
        className={styles.unsaved}
        onClick={() => {
          editor.showAll();
          if (field !== null) goTo(field);
        }}
      >
        Not saved: {message}
      </button>
    );
  }
  if (state.kind === 'CONFLICT') {
    return (
      <button type="button" className={styles.unsaved} onClick={() => scrollTo({ top: 0 })}>
        Not saved: somebody else changed it. Choose above.
      </button>
    );
  }
  return (
    <span className={styles.saved} role="status" data-kind={state.kind}>
      {words(state, time)}
    </span>
  );
}

function words(state: Exclude<SaveState, { kind: 'CONFLICT' }>, time: (at: number) => string): string {
  switch (state.kind) {
    case 'SAVED':
      return state.at === null ? 'Saved' : `Saved ${time(state.at)}`;
    case 'WAITING':
    case 'SAVING':
      return 'Saving…';
    case 'UNREACHABLE':
      return 'Not saved: no connection. It is tried again.';
    case 'SIGNED_OUT':
      return 'Not saved: sign in again, nothing is lost.';
    case 'BLOCKED':
    case 'REFUSED':
    case 'FAILED':
      return `Not saved: ${state.message}`;
  }
}
