import type { ReactNode } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';

export function NoQuotes({ filtered, action }: { filtered: boolean; action: ReactNode }) {
  if (filtered) {
    return (
      <Empty
        icon="search"
        title="No quote matches"
        action={
          <ButtonLink to="/quotes" variant="default">
            Show all quotes
          </ButtonLink>
        }
      >
        Another status or another word may find it.
      </Empty>
    );
  }
  return (
    <Empty icon="quote" title="Your first quote" action={action}>
      Write what you offer and for how much. Once it is approved the customer gets a link to read and sign it,
      and the first invoice follows by itself.
    </Empty>
  );
}
