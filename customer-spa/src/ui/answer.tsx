import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { faultOf } from '../graphql.ts';
import { CalmPage, WrongLink } from './calm-page.tsx';
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
  if (faultOf(error) === 'WRONG_LINK') return <WrongLink />;
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
      return 'This link does not work any more. Please ask the company for a fresh one.';
    case 'TOO_OFTEN':
      return 'There were many tries in a short time. Please wait a minute and try again.';
    case 'NO_ANSWER':
      return 'No answer came. Please check your connection and try again; doing so is safe.';
  }
}
