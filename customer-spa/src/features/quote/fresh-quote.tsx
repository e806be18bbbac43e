import { useMutation } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { ErrorSummary } from '../../ui/problems.tsx';
import { useSending } from './use-sending.ts';
import { useViewing } from './viewing.ts';

// the answer names the quote's type, which makes the page read it again
const FreshQuote_Ask = graphql(`
  mutation FreshQuote_Ask($input: RequestFreshQuoteInput!) {
    requestFreshQuote(input: $input) {
      __typename
      ... on PortalQuote {
        number
        freshQuoteRequested
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** One press, and the company knows; on every later visit the page still says so. */
export function FreshQuote({ quote }: { quote: Quote_AllFragment }) {
  const { number, preview } = useViewing();
  const [{ data }, execute] = useMutation(FreshQuote_Ask);
  const { problems, isSending, send } = useSending(null);
  const asked = data?.requestFreshQuote.__typename === 'PortalQuote';
  return (
    <div className="fresh" aria-live="polite">
      <ErrorSummary problems={problems} />
      {asked || quote.freshQuoteRequested ? (
        <p className="note good">
          {quote.company.name} knows that you would like a fresh quote. It will come by mail to{' '}
          <span className="whole">{quote.sentTo}</span>; there is nothing else you need to do.
        </p>
      ) : (
        <>
          <button
            type="button"
            className="primary"
            aria-disabled={isSending}
            disabled={preview !== null}
            onClick={() => void send(() => execute({ input: { number } }))}
          >
            {isSending ? 'Asking…' : 'Ask for a fresh quote'}
          </button>
          {preview !== null && <p className="fine">This is a preview, so nothing can be sent from here.</p>}
        </>
      )}
    </div>
  );
}
