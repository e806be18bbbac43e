import styles from './status.module.css';
import type { Tone } from './tone.ts';

/** Each tone has a shape of its own, so that nothing hangs on telling colours apart. */
const shapes: Record<Tone, string> = {
  calm: 'M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7z',
  accent: 'M6 2.5a3.5 3.5 0 1 0 0 7zM6 2.5a3.5 3.5 0 1 1 0 7',
  good: 'M2.5 6.3l2.3 2.3 4.7-5',
  warn: 'M6 3v3.2l2 1.3M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9z',
  bad: 'M6 2v4.5M6 9.4v.1',
};

export function Status({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={styles.status} data-tone={tone}>
      <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
        <path d={shapes[tone]} />
      </svg>
      {children}
    </span>
  );
}
