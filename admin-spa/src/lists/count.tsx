import styles from './lists.module.css';

/** How many a tab leads to; nobody counts further than a thousand. */
export function Count({ of }: { of: number | undefined }) {
  if (of === undefined) return null;
  return <span className={styles.count}> {of > 1000 ? '1,000+' : of}</span>;
}
