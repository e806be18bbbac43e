import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useAttempt } from '../../attempt.ts';
import { graphql } from '../../gql/gql.ts';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { ErrorSummary } from '../../ui/problems.tsx';
import { takeFocus } from '../../ui/take-focus.ts';
import { useKept } from '../../use-kept.ts';
import { useSending } from './use-sending.ts';
import { useViewing } from './viewing.ts';

// the answer names the quote's type, which makes the page read it again
const AskForm_Ask = graphql(`
  mutation AskForm_Ask($input: AskAboutQuoteInput!) {
    askAboutQuote(input: $input) {
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

type Kind = 'QUESTION' | 'CHANGE_REQUEST';
type Props = { quote: Quote_AllFragment; kind: Kind; onDone: () => void };

const asks: Readonly<Record<Kind, Readonly<{ label: string; hint: string; send: string }>>> = {
  QUESTION: { label: 'Your question', hint: '', send: 'Send the question' },
  CHANGE_REQUEST: {
    label: 'What should be different?',
    hint: 'You then get a newer version of the quote. This one stays as it is until then.',
    send: 'Send the request',
  },
};

export function AskForm({ quote, kind, onDone }: Props) {
  const { number } = useViewing();
  const [, execute] = useMutation(AskForm_Ask);
  const [text, setText] = useKept(`${kind} ${quote.number}`);
  const [isSent, setSent] = useState(false);
  const { problems, setProblems, isSending, send } = useSending('ask-text');
  const attempt = useAttempt();
  const { label, hint, send: sendWords } = asks[kind];

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!text.trim()) return setProblems([{ at: 'ask-text', message: 'Write what you would like to say.' }]);
    const input = { number, kind, text: text.trim() };
    const went = await send(
      () => execute({ input: { ...input, idempotencyKey: attempt.keyFor(input) } }),
      attempt.answered,
    );
    if (!went) return;
    setText('');
    setSent(true);
  }

  if (isSent)
    return (
      <div className="note good" role="status" tabIndex={-1} ref={takeFocus}>
        <p>
          Sent. {quote.company.name} answers by mail to <span className="whole">{quote.sentTo}</span>, and the
          answer will stand here too.
        </p>
        <button type="button" className="quiet" onClick={onDone}>
          Close
        </button>
      </div>
    );
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      <TextArea at="ask-text" most={5000} {...{ label, hint, problems }} value={text} onText={setText} />
      <button type="submit" className="primary" aria-disabled={isSending}>
        {isSending ? 'Sending…' : sendWords}
      </button>
    </form>
  );
}
