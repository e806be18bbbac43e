import { Button } from '@mantine/core';
import { Note } from '../../../ui/note.tsx';
import styles from './conflict.module.css';

/** After a session that ended, or a page that was left by force. */
export function RestoredNote({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  return (
    <Note tone="calm" title="What you had typed is back">
      <p>It was not saved when you left, and is being saved now.</p>
      <div className={styles.choice}>
        <Button size="xs" variant="default" onClick={onKeep}>
          All right
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          Throw it away
        </Button>
      </div>
    </Note>
  );
}
