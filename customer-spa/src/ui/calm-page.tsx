import type { ReactNode } from 'react';
import { Title } from './title.tsx';

/** A page for what cannot be shown: no blame, no codes, one thing to do. */
export function CalmPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="calm">
      <Title>{title}</Title>
      {children}
    </main>
  );
}
