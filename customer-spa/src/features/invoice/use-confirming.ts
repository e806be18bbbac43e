import { useEffect, useState } from 'react';
import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { checkoutOutcome, type CheckoutOutcome } from './checkout-outcome.ts';

const PAUSE = 2000;
const MOST_ROUNDS = 60;

type Props = {
  invoice: Invoice_AllFragment;
  fromCheckout: boolean;
  isReading: boolean;
  onRefresh: () => void;
};

export type Confirmation = {
  cameBack: boolean;
  outcome: CheckoutOutcome;
  isWaiting: boolean;
  isSlow: boolean;
  askAgain: () => void;
  stop: () => void;
};

/** Back from the payment page: asks every two seconds, for two minutes, what the provider has told the server. */
export function useConfirming({ invoice, fromCheckout, isReading, onRefresh }: Props): Confirmation {
  const [isStopped, setStopped] = useState(false);
  const [rounds, setRounds] = useState(0);
  const outcome = checkoutOutcome(invoice);
  const cameBack = fromCheckout && !isStopped;
  const isWaiting = cameBack && outcome === 'UNKNOWN';
  const isSlow = rounds >= MOST_ROUNDS;

  useEffect(() => {
    if (!isWaiting || isReading || isSlow) return;
    const timer = setTimeout(() => {
      setRounds(rounds + 1);
      onRefresh();
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [isWaiting, isReading, isSlow, rounds, onRefresh]);

  return {
    cameBack,
    outcome,
    isWaiting,
    isSlow,
    askAgain: () => setRounds(0),
    stop() {
      setStopped(true);
      // so that a reload shows the invoice and does not wait again
      history.replaceState(null, '', location.pathname + location.hash);
    },
  };
}
