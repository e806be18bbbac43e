import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useAttempt } from '../../attempt.ts';
import { graphql } from '../../gql/gql.ts';
import type { Quote_AllFragment, SignQuoteInput } from '../../gql/graphql.ts';
import { faultSentence } from '../../ui/answer.tsx';
import type { Problem } from '../../ui/problem.ts';
import { isStale, problemOf } from './sign-problems.ts';

const SignForm_Sign = graphql(`
  mutation SignForm_Sign($input: SignQuoteInput!) {
    signQuote(input: $input) {
      __typename
      ... on PortalQuote {
        ...Quote_All
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`);

type Outcome = { onSigned: (quote: Quote_AllFragment) => void; onStale: () => void };

export function useSigning({ onSigned, onStale }: Outcome) {
  const [, execute] = useMutation(SignForm_Sign);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setSending] = useState(false);
  const attempt = useAttempt();
  // not the state: two presses can come before it is drawn
  const isBusy = useRef(false);

  async function send(input: Omit<SignQuoteInput, 'idempotencyKey'>) {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    setProblems([]);
    const { data, error } = await execute({ input: { ...input, idempotencyKey: attempt.keyFor(input) } });
    isBusy.current = false;
    setSending(false);
    if (!data) {
      if (error) setProblems([{ at: null, message: faultSentence(error) }]);
      return;
    }
    attempt.answered();
    if (data.signQuote.__typename === 'PortalQuote') return onSigned(data.signQuote);
    setProblems([problemOf(data.signQuote)]);
    if (isStale(data.signQuote.code)) onStale();
  }

  return { problems, setProblems, isSending, send };
}
