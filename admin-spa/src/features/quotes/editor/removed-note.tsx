import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import styles from './removed-note.module.css';

/** Says that something is gone, with the way back, for ten seconds. Nobody is asked beforehand. */
export function showRemoved(message: string, onUndo: () => void): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    autoClose: 10_000,
    message: (
      <span className={styles.note}>
        {message}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          Undo
        </Button>
      </span>
    ),
  });
}
