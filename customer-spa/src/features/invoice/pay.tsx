import { useState } from 'react';
import type { Invoice_AllFragment, PaymentMethod } from '../../gql/graphql.ts';
import type { LinkKind } from '../../link.ts';
import { BankTransfer } from './bank-transfer.tsx';
import { CardPayment } from './card-payment.tsx';
import { ClaimForm } from './claim-form.tsx';
import { ClaimNote } from './claim-note.tsx';

type Props = { invoice: Invoice_AllFragment; kind: LinkKind; number: string | null };

const words: Record<PaymentMethod, { title: string; hint: string }> = {
  CARD: { title: 'Card', hint: 'On the payment provider’s secure page' },
  BANK_TRANSFER: { title: 'Bank transfer', hint: 'From your own bank, one to three days' },
  CASH: { title: 'Cash', hint: 'Handed over in person' },
};

export function Pay({ invoice, kind, number }: Props) {
  const [chosen, setChosen] = useState<PaymentMethod | null>(null);
  const isClaimed = (by: PaymentMethod) =>
    invoice.payments.some((payment) => payment.status === 'CLAIMED' && payment.method === by);
  const method = chosen && invoice.methods.includes(chosen) ? chosen : invoice.methods[0];
  return (
    <section aria-labelledby="pay-title" className="pay no-print" hidden={invoice.status === 'PAID'}>
      <h2 id="pay-title" tabIndex={-1}>
        Pay
      </h2>
      <ClaimNote invoice={invoice} />
      {!method && (
        <p>There is nothing to pay online at the moment. {invoice.company.name} can tell you more.</p>
      )}
      {method && (
        <fieldset className="cards">
          <legend className="sr-only">How would you like to pay?</legend>
          {invoice.methods.map((each) => (
            <label key={each} className="choice">
              <input
                type="radio"
                name="method"
                value={each}
                checked={each === method}
                aria-label={words[each].title}
                aria-describedby={`hint-${each}`}
                onChange={() => setChosen(each)}
              />
              <span className="what">
                <strong>{words[each].title}</strong>
                <span className="fine under" id={`hint-${each}`}>
                  {words[each].hint}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {method === 'CARD' && <CardPayment invoice={invoice} kind={kind} number={number} />}
      {method === 'BANK_TRANSFER' && (
        <BankTransfer invoice={invoice} number={number} isClaimed={isClaimed(method)} />
      )}
      {method === 'CASH' && !isClaimed('CASH') && (
        <>
          <p>
            Hand the amount over and get a signature for it if you like. Then tell {invoice.company.name}{' '}
            here.
          </p>
          <ClaimForm key="CASH" invoice={invoice} number={number} method="CASH" />
        </>
      )}
    </section>
  );
}
