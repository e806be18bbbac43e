import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import type { LinkKind } from '../../link.ts';
import { keepCheckout } from '../../session.ts';
import { faultSentence } from '../../ui/answer.tsx';
import { Amount } from '../../ui/figures.tsx';
import type { Problem } from '../../ui/problem.ts';
import { ErrorSummary } from '../../ui/problems.tsx';

const CardPayment_Start = graphql(`
  mutation CardPayment_Start($input: StartPaymentInput!) {
    startPayment(input: $input) {
      __typename
      ... on CheckoutRedirect {
        url
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Props = { invoice: Invoice_AllFragment; kind: LinkKind; number: string | null };

export function CardPayment({ invoice, kind, number }: Props) {
  const [, execute] = useMutation(CardPayment_Start);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isLeaving, setLeaving] = useState(false);
  const isBusy = useRef(false);
  const settle = (leaving: boolean) => {
    isBusy.current = leaving;
    setLeaving(leaving);
  };

  // Back from the payment page can bring this page back just as it was left
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && settle(false);
    addEventListener('pageshow', onShow);
    return () => removeEventListener('pageshow', onShow);
  }, []);

  async function start() {
    if (isBusy.current) return;
    settle(true);
    setProblems([]);
    const { data, error } = await execute({ input: { invoiceNumber: number } });
    if (data?.startPayment.__typename === 'CheckoutRedirect') {
      keepCheckout({ kind, number: invoice.number });
      return location.assign(data.startPayment.url);
    }
    settle(false);
    if (data) setProblems([{ at: null, message: data.startPayment.message }]);
    else if (error) setProblems([{ at: null, message: faultSentence(error) }]);
  }

  return (
    <div className="panel">
      <ErrorSummary problems={problems} />
      <p>You go to the payment provider’s page and come back here. We never see your card.</p>
      <button type="button" className="primary" aria-disabled={isLeaving} onClick={() => void start()}>
        {isLeaving ? (
          'Opening the payment page…'
        ) : (
          <>
            Pay <Amount money={invoice.balance} /> by card
          </>
        )}
      </button>
    </div>
  );
}
