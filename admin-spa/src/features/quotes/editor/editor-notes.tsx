import { useState } from 'react';
import { RestoredNote } from '../../../drafts/restored-note.tsx';
import { withoutBlanks } from './blank-rows.ts';
import { ConflictView } from './conflict-view.tsx';
import { useDesk } from './editor-store.ts';
import styles from './editor.module.css';
import { combine } from './merge.ts';
import type { QuoteForm } from './quote-form.ts';
import type { Saving } from './use-autosave.ts';

type Props = { saving: Saving; unsaved: { read: QuoteForm } | null };

/** What has to be chosen before the saving goes on, and what was brought back. */
export function EditorNotes({ saving: { theirs, session }, unsaved }: Props) {
  const { editor } = useDesk();
  const [isRestored, setRestored] = useState(unsaved !== null);
  const versions = theirs && {
    base: withoutBlanks(session.base()),
    mine: withoutBlanks(editor.form()),
    theirs: theirs.form,
  };
  return (
    <div className={styles.notes}>
      {theirs && versions && (
        <ConflictView
          versions={versions}
          onCombine={() => {
            editor.change('both versions combined', () => combine(versions));
            session.goOn(theirs);
          }}
          onMine={() => session.goOn(theirs)}
          onTheirs={() => {
            editor.change('the other version taken', () => theirs.form);
            session.goOn(theirs);
          }}
        />
      )}
      {unsaved && isRestored && !theirs && (
        <RestoredNote
          onKeep={() => setRestored(false)}
          onDiscard={() => {
            setRestored(false);
            editor.change('what was not saved thrown away', () => unsaved.read);
          }}
        >
          It was not saved when you left, and is being saved now.
        </RestoredNote>
      )}
    </div>
  );
}
