import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useAttempt } from '../../attempt.ts';
import { graphql } from '../../gql/gql.ts';
import type { ClaimManualPaymentInput } from '../../gql/graphql.ts';
import { faultSentence } from '../../ui/answer.tsx';
import type { Problem } from '../../ui/problem.ts';

// the answer names the invoice's type, which makes the page read it again
const ClaimForm_Claim = graphql(`
  mutation ClaimForm_Claim($input: ClaimManualPaymentInput!) {
    claimManualPayment(input: $input) {
      __typename
      ... on PortalInvoice {
        number
      }
      ... on Refusal {
        message
        field
      }
    }
  }
`);

const places: ReadonlyMap<string, string> = new Map([
  ['paidOn', 'claim-paidOn'],
  ['reference', 'claim-reference'],
]);

/** `onOpen` is called once the claim is there, before its form goes away. */
export function useClaim(onOpen: () => void) {
  const [, execute] = useMutation(ClaimForm_Claim);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);
  const attempt = useAttempt();

  async function send(input: Omit<ClaimManualPaymentInput, 'idempotencyKey'>) {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    setProblems([]);
    const { data, error } = await execute({ input: { ...input, idempotencyKey: attempt.keyFor(input) } });
    isBusy.current = false;
    setSending(false);
    if (data) attempt.answered();
    if (!data && error) setProblems([{ at: null, message: faultSentence(error) }]);
    // the form goes away; what it did is said under the heading above it
    if (data?.claimManualPayment.__typename === 'PortalInvoice') {
      document.getElementById('pay-title')?.focus();
      onOpen();
    }
    if (data?.claimManualPayment.__typename === 'Refusal') {
      const { message, field } = data.claimManualPayment;
      setProblems([{ at: places.get(field?.split('.').at(-1) ?? '') ?? null, message }]);
    }
  }

  return { problems, setProblems, isSending, send };
}
