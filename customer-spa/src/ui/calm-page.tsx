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

export function NoLink() {
  return (
    <CalmPage title="Please open the link from your mail again">
      <p>
        This page opens with the private link that was mailed to you. Find that mail and press its button once
        more.
      </p>
      <p>Nothing is lost, and nothing was changed.</p>
    </CalmPage>
  );
}

export function WrongLink() {
  return (
    <CalmPage title="This link does not work any more">
      <p>
        It may have been replaced by a newer one, or part of it was lost on the way. Look for a newer mail, or
        answer the mail that brought you here and ask the company for a fresh link.
      </p>
    </CalmPage>
  );
}
