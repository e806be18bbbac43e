import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import styles from './note.module.css';
import type { Tone } from './tone.ts';

export function Note({ tone, title, children }: { tone: Tone; title: string; children: ReactNode }) {
  return (
    <div className={styles.note} data-tone={tone} role={tone === 'calm' ? 'status' : 'alert'}>
      <Icon name={tone === 'bad' ? 'remove' : 'attention'} />
      <div>
        <strong>{title}</strong>
        <div className={styles.text}>{children}</div>
      </div>
    </div>
  );
}
