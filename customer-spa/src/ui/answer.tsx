import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { faultOf } from '../graphql.ts';
import { CalmPage } from './calm-page.tsx';
import { Lost } from './lost.tsx';
import { Waiting } from './waiting.tsx';

type Props<Data> = {
  data: Data | undefined;
  error: CombinedError | undefined;
  onRetry: () => void;
  children: (data: Data) => ReactNode;
};

/** The cases of a screen that are no data yet. What was shown once stays when a later refresh fails. */
export function Answer<Data>({ data, error, onRetry, children }: Props<Data>) {
  if (data) return <>{children(data)}</>;
  if (!error) return <Waiting />;
  if (faultOf(error) === 'WRONG_LINK') return <Lost />;
  return (
    <CalmPage title="We could not reach the server">
      <p>{faultSentence(error)}</p>
      <button type="button" className="primary" onClick={onRetry}>
        Try again
      </button>
    </CalmPage>
  );
}

/** What is said when something was sent and no answer came. */
export function faultSentence(error: CombinedError): string {
  switch (faultOf(error)) {
    case 'WRONG_LINK':
      return 'This link does not open anything any more. Please load the page again; it can send you a fresh one.';
    case 'TOO_OFTEN':
      return 'There were many tries in a short time. Please wait a quarter of an hour and try again.';
    case 'NO_ANSWER':
      return 'No answer came. Please check your connection and try again; doing so is safe.';
  }
}
