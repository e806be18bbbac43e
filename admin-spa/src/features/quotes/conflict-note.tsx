import { Button } from '@mantine/core';
import { Note } from '../../ui/note.tsx';
import styles from './conflict-note.module.css';

/** Two people in one draft: neither wins by being last without having been asked. */
export function ConflictNote({ onReload, onKeep }: { onReload: () => void; onKeep: () => void }) {
  return (
    <Note tone="warn" title="Somebody else saved this draft while you were writing">
      <p>
        Load what they saved and lose what you typed since, or keep yours: then your next save replaces
        theirs. Nothing is saved until you choose.
      </p>
      <div className={styles.choice}>
        <Button size="xs" variant="default" onClick={onReload}>
          Load their version
        </Button>
        <Button size="xs" onClick={onKeep}>
          Keep editing mine
        </Button>
      </div>
    </Note>
  );
}
