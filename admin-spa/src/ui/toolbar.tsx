import type { ReactNode } from 'react';
import styles from './toolbar.module.css';

/** The strip over a list: what narrows it down left, what searches it right. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className={styles.toolbar}>{children}</div>;
}
