import type { ReactNode } from 'react';
import { Status } from '../../ui/status.tsx';
import type { Tone } from '../../ui/tone.ts';

type SectionProps = { id: string; title: string; count: number; children: ReactNode };

/** A list of papers, where there are any. */
export function RecordSection({ id, title, count, children }: SectionProps) {
  if (count === 0) return null;
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <ul className="cards records">{children}</ul>
    </section>
  );
}

type CardProps = { title: string; status: readonly [string, Tone] | null; children: ReactNode };

export function RecordCard({ title, status, children }: CardProps) {
  return (
    <li className="card">
      <div className="what">
        <strong>{title}</strong>
        {children}
      </div>
      {status && <Status tone={status[1]}>{status[0]}</Status>}
    </li>
  );
}

export function Files({ children }: { children: ReactNode }) {
  return <div className="row no-print">{children}</div>;
}
