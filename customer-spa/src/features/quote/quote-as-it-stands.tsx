import { lazy, Suspense } from 'react';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { OpenQuote } from './open-quote.tsx';
import './quote-fragment.ts';

const SignedQuote = lazy(async () => ({ default: (await import('./signed-quote.tsx')).SignedQuote }));
const ClosedQuote = lazy(async () => ({ default: (await import('./closed-quote.tsx')).ClosedQuote }));

type Props = {
  quote: Quote_AllFragment;
  isFresh: boolean;
  onSigned: (quote: Quote_AllFragment) => void;
  onStale: () => void;
};

export function QuoteAsItStands({ quote, isFresh, onSigned, onStale }: Props) {
  if (quote.status === 'OPEN' || quote.status === 'PREVIEW')
    return <OpenQuote quote={quote} onSigned={onSigned} onStale={onStale} />;
  return (
    <Suspense fallback={<Waiting />}>
      {quote.status === 'ACCEPTED' ? (
        <SignedQuote quote={quote} isFresh={isFresh} />
      ) : (
        <ClosedQuote quote={quote} />
      )}
    </Suspense>
  );
}
