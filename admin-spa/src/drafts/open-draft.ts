import { dropCopy, keepCopy, keptCopy, type Store } from './kept-copy.ts';

/** What stands in a form that is saved by a button, from when it is opened until it was sent or thrown away. */
export type Draft<Entry> = Readonly<{
  /** What the form begins with: what was left unsaved in this window, or else what it always begins with. */
  begin: Entry;
  isRestored: boolean;
  /** Something was typed that is not saved. */
  isTyped: () => boolean;
  note: (patch: Partial<Entry>) => void;
  /** It was sent, or thrown away; what the form says afterwards is not kept. */
  close: () => void;
}>;

export function openDraft<Entry extends object>(store: Store, name: string, start: Entry): Draft<Entry> {
  const kept = keptCopy<Entry>(store, name);
  const untouched = JSON.stringify(start);
  let entry = kept ?? start;
  let isClosed = false;
  const isTyped = () => !isClosed && JSON.stringify(entry) !== untouched;
  return {
    begin: entry,
    isRestored: kept !== null,
    isTyped,
    note(patch) {
      if (isClosed) return;
      entry = { ...entry, ...patch };
      if (isTyped()) keepCopy(store, name, entry);
      else dropCopy(store, name);
    },
    close() {
      isClosed = true;
      dropCopy(store, name);
    },
  };
}
