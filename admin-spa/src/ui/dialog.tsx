import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

type Props = { title: string; opened: boolean; onClose: () => void; children: ReactNode };

/** What a dialog holds is built anew each time it opens, so a form in it starts with a new idempotency key. */
export function Dialog({ title, opened, onClose, children }: Props) {
  return (
    <Modal
      title={title}
      opened={opened}
      onClose={onClose}
      centered
      classNames={{ title: styles.title ?? '' }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.inside}>{children}</div>
    </Modal>
  );
}

/** The end of a form: what goes on at the right, the way back beside it. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
