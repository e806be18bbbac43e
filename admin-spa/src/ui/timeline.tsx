import type { ReactNode } from 'react';
import { Instant } from './day.tsx';
import styles from './timeline.module.css';

export type Step = { id: string; at: string; actor: string; text: ReactNode; more?: string | null };

export function Timeline({ steps, empty }: { steps: readonly Step[]; empty: string }) {
  if (steps.length === 0) return <p className="dim">{empty}</p>;
  return (
    <ol className={styles.timeline}>
      {steps.map((step) => (
        <li key={step.id}>
          <div>{step.text}</div>
          {step.more && <div className={styles.more}>{step.more}</div>}
          <div className={styles.who}>
            {step.actor} · <Instant at={step.at} />
          </div>
        </li>
      ))}
    </ol>
  );
}
