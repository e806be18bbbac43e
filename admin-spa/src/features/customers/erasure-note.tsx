import { graphql } from '../../gql/gql.ts';
import type { CustomerErasureFragment } from '../../gql/graphql.ts';
import { Day, Instant } from '../../ui/day.tsx';
import { Note } from '../../ui/note.tsx';
import { whyKept } from './erasure-words.ts';

graphql(`
  fragment CustomerErasure on Customer {
    erasure {
      outcome
      kind
      at
      until
      by
      reason
    }
  }
`);

/** What became of the customer's data, on their page. */
export function ErasureNote({ erasure }: CustomerErasureFragment) {
  if (erasure === null) return null;
  const { outcome, kind, at, until, by, reason } = erasure;
  if (outcome === 'ERASED')
    return (
      <Note tone="calm" title="The personal data are erased">
        Since <Instant at={at} />, by {by}: {reason}. Numbers, days and amounts stay for the books.
      </Note>
    );
  return (
    <Note tone="calm" title="This customer is restricted">
      {whyKept[kind]}{' '}
      {until !== null && (
        <>
          They are kept until <Day on={until} /> and erased the day after.{' '}
        </>
      )}
      Nothing new is written for them. Since <Instant at={at} />, by {by}: {reason}.
    </Note>
  );
}
