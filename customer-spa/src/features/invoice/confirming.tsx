import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import type { Confirmation } from './use-confirming.ts';

type Props = Confirmation & { invoice: Invoice_AllFragment };

/** What is known about the payment that the customer comes back from; `paid` is said by the server's answer alone. */
export function Confirming({ cameBack, outcome, isSlow, askAgain, stop }: Props) {
  const isUnknown = outcome === 'UNKNOWN';
  return (
    <div aria-live="polite" className="no-print">
      {cameBack && (
        <div className={outcome === 'CONFIRMED' ? 'note good' : 'note'}>
          <p>
            {isUnknown && !isSlow && <span className="turning" aria-hidden="true" />}
            <strong>{headline(outcome, isSlow)}</strong>
          </p>
          <p>{sentence(outcome, isSlow)}</p>
          {isUnknown && (
            <p className="row">
              {isSlow && (
                <button type="button" className="secondary" onClick={askAgain}>
                  Ask again
                </button>
              )}
              <button type="button" className="quiet" onClick={stop}>
                I did not pay; show the invoice
              </button>
            </p>
          )}
        </div>
      )}
    </div>
  );
}

type Outcome = Confirmation['outcome'];

function headline(outcome: Outcome, isSlow: boolean): string {
  switch (outcome) {
    case 'UNKNOWN':
      return isSlow ? 'This takes longer than usual' : 'Confirming with the payment provider…';
    case 'CONFIRMED':
      return 'The payment is confirmed. Thank you.';
    case 'PENDING':
      return 'Your bank is still working on it';
    case 'FAILED':
      return 'The payment did not go through';
  }
}

function sentence(outcome: Outcome, isSlow: boolean): string {
  switch (outcome) {
    case 'UNKNOWN':
      return isSlow
        ? 'You need not wait: the receipt comes by mail as soon as the provider confirms. Please do not pay twice.'
        : 'This usually takes a few seconds. You can leave this page; the receipt comes by mail.';
    case 'CONFIRMED':
      return 'The receipt is below, and on its way to you by mail.';
    case 'PENDING':
      return 'That can take some days. The receipt comes by mail once the money has arrived.';
    case 'FAILED':
      return 'Nothing was charged. You can try again, or choose another way to pay.';
  }
}
