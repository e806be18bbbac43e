import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Note } from '../ui/note.tsx';
import styles from './restored-note.module.css';

type Props = { children: ReactNode; onKeep: () => void; onDiscard: () => void };

/** After a session that ended, or a page that was left by force. */
export function RestoredNote({ children, onKeep, onDiscard }: Props) {
  return (
    <Note tone="calm" title="What you had typed is back">
      <p>{children}</p>
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
