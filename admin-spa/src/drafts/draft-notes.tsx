import { useState } from 'react';
import { LeaveDialog } from './leave-dialog.tsx';
import { RestoredNote } from './restored-note.tsx';
import styles from './restored-note.module.css';
import type { useDraft } from './use-draft.ts';

type Props = { draft: Pick<ReturnType<typeof useDraft>, 'isRestored' | 'discard' | 'blocker'> };

/** What was brought back, and the question before the form is left. */
export function DraftNotes({ draft: { isRestored, discard, blocker } }: Props) {
  const [isRead, setRead] = useState(false);
  return (
    <>
      {isRestored && !isRead && (
        <div className={styles.above}>
          <RestoredNote onKeep={() => setRead(true)} onDiscard={discard}>
            It was not saved when you left.
          </RestoredNote>
        </div>
      )}
      <LeaveDialog blocker={blocker} />
    </>
  );
}
