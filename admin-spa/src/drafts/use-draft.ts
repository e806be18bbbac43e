import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery, useSession } from '../session.ts';
import { openDraft } from './open-draft.ts';

/**
 * A form that is saved by a button: it asks before it is left with something typed, and keeps that in this window. The copy is
 * of this person: who signs in after them does not read it.
 */
export function useDraft<Entry extends object>(name: string, start: Entry) {
  const { me } = useSession();
  const queries = useQueryClient();
  const open = () => openDraft(sessionStorage, `${me.id}-${name}`, start);
  const [{ draft, round }, setOpened] = useState(() => ({ draft: open(), round: 0 }));
  const blocker = useBlocker({
    // a session that ended leads away by itself; the copy waits for the next one
    shouldBlockFn: () => draft.isTyped() && queries.getQueryData(sessionQuery.queryKey) !== null,
    enableBeforeUnload: draft.isTyped,
    withResolver: true,
  });
  const discard = () => {
    draft.close();
    setOpened({ draft: open(), round: round + 1 });
  };
  return { ...draft, blocker, discard, /** Of the form, which begins anew with each. */ round };
}
