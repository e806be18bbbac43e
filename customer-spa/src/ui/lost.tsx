import { lazy, Suspense } from 'react';
import { Waiting } from './waiting.tsx';

// few people ever see it
const LostLink = lazy(async () => ({ default: (await import('./lost-link.tsx')).LostLink }));

/** Somebody came without a link, or with one that leads nowhere. */
export function Lost() {
  return (
    <Suspense fallback={<Waiting />}>
      <LostLink />
    </Suspense>
  );
}
