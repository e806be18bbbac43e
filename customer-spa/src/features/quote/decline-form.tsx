import type { FormEvent } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { ErrorSummary } from '../../ui/problems.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useKept } from '../../use-kept.ts';
import { useSending } from './use-sending.ts';
import { useViewing } from './viewing.ts';

const DeclineForm_Decline = graphql(`
  mutation DeclineForm_Decline($input: DeclineQuoteInput!) {
    declineQuote(input: $input) {
      __typename
      ... on PortalQuote {
        number
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Props = { quote: Quote_AllFragment; onBack: () => void; onChange: () => void };

/** A no is final, so it is asked for once more, with the way that keeps the quote open beside it. */
export function DeclineForm({ quote, onBack, onChange }: Props) {
  const { number } = useViewing();
  const [, execute] = useMutation(DeclineForm_Decline);
  const [reason, setReason] = useKept(`decline ${quote.number}`);
  const { problems, isSending, send } = useSending('decline-reason');
  const { revisionHash } = quote;
  // a yes makes the page read the quote again, and what it then shows replaces this form
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(() => execute({ input: { number, revisionHash, reason: reason.trim() } }));
  };
  return (
    <form className="panel" noValidate onSubmit={submit} aria-label="Decline this quote">
      <p>
        <strong>Decline this quote?</strong> It can then not be signed any more. If only something should be
        different,{' '}
        <button type="button" className="as-link inline" onClick={onChange}>
          request a change
        </button>{' '}
        instead.
      </p>
      <ErrorSummary problems={problems} />
      <TextArea
        at="decline-reason"
        label="Why? (optional)"
        hint={`It helps ${quote.company.name} to do better. You can leave it empty.`}
        most={1000}
        value={reason}
        onText={setReason}
        problems={problems}
      />
      <div className="row">
        <button type="submit" className="primary" aria-disabled={isSending}>
          {isSending ? 'Declining…' : 'Decline the quote'}
        </button>
        <button type="button" className="quiet" onClick={onBack}>
          Keep it open
        </button>
      </div>
    </form>
  );
}
