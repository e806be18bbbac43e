import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import styles from './undo-toast.module.css';

/** Says what was done, with ten seconds to take it back; for steps that the server can reverse. */
export function showUndo(message: string, undo: () => void): void {
  const id: string = notifications.show({
    message: (
      <span className={styles.row}>
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </span>
    ),
    autoClose: 10_000,
  });
}
