import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { request } from '../../../graphql.ts';
import { useFormat } from '../../../ui/format.ts';
import type { SaveState } from './autosave.ts';
import { UpdateDraft } from './draft-query.ts';
import type { Desk } from './editor-store.ts';
import type { Theirs } from './read-theirs.ts';
import { type Kept, openSession } from './saving.ts';
import type { Update } from './send-draft.ts';

export type Saving = ReturnType<typeof useAutosave>;

/** Keeps the draft saved while it is edited; whatever was read of it before is read anew when it is left. */
export function useAutosave(desk: Desk, quoteId: string, start: Pick<Kept, 'version' | 'base'>) {
  const queries = useQueryClient();
  const { today } = useFormat();
  const [state, setState] = useState<SaveState>({ kind: 'SAVED', at: null });
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  /** Goes up whenever the customer's page has something new to show. */
  const [shownAt, setShownAt] = useState(0);
  const { mutateAsync } = useMutation({
    // tried also without a connection, so that one is told about it
    networkMode: 'always',
    mutationFn: async (input: Parameters<Update>[0]) => (await request(UpdateDraft, { input })).updateQuote,
  });
  const [session] = useState(() =>
    openSession({
      desk,
      quoteId,
      start,
      update: mutateAsync,
      today,
      onTheirs: setTheirs,
      onState: (next) => {
        // each key begins the waiting anew, which is nothing new to draw
        setState((before) => (before.kind === next.kind && next.kind === 'WAITING' ? before : next));
        if (next.kind === 'SAVED' && next.at !== null) setShownAt(next.at);
      },
    }),
  );
  useEffect(() => {
    const stop = desk.editor.onForm(session.changed);
    session.changed();
    addEventListener('pagehide', session.keep);
    return () => {
      stop();
      session.stop();
      removeEventListener('pagehide', session.keep);
      session.keep();
      void queries.invalidateQueries();
    };
  }, [session, desk, queries]);
  const refresh = useCallback(() => setShownAt((at) => at + 1), []);
  return { session, state, theirs, shownAt, refresh };
}
