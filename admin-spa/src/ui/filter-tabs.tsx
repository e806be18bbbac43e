import type { ReactNode } from 'react';
import styles from './filter-tabs.module.css';

/** Links that narrow a list down; the router marks the one that is shown with aria-current. */
export function FilterTabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {children}
    </nav>
  );
}
