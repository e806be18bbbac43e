import { useState } from 'react';
import type { Invoice_AllFragment, PaymentMethod } from '../../gql/graphql.ts';
import type { LinkKind } from '../../link.ts';
import { isOwed } from '../../ui/invoice-standing.ts';
import { BankTransfer } from './bank-transfer.tsx';
import { CardNote } from './card-note.tsx';
import { CardPayment } from './card-payment.tsx';
import { ClaimForm } from './claim-form.tsx';
import { ClaimNote } from './claim-note.tsx';
import { CreditOffer } from './credit-offer.tsx';
import { useProofs } from './use-proofs.ts';

type Props = {
  invoice: Invoice_AllFragment;
  kind: LinkKind;
  number: string | null;
  onRefresh: () => void;
};

const words: Record<PaymentMethod, { title: string; hint: string }> = {
  CARD: { title: 'Card', hint: 'On the payment provider’s secure page' },
  BANK_TRANSFER: { title: 'Bank transfer', hint: 'From your own bank, one to three days' },
  CASH: { title: 'Cash', hint: 'Handed over in person' },
};

export function Pay({ invoice, kind, number, onRefresh }: Props) {
  const proofs = useProofs({ kind, number: invoice.number, onSent: onRefresh });
  const [chosen, setChosen] = useState<PaymentMethod | null>(null);
  // one claim at a time, whichever way it says the money went
  const isClaimed = invoice.payments.some(({ status }) => status === 'CLAIMED');
  const method = chosen && invoice.methods.includes(chosen) ? chosen : invoice.methods[0];
  return (
    <section aria-labelledby="pay-title" className="pay no-print" hidden={!isOwed(invoice.status)}>
      <h2 id="pay-title" tabIndex={-1}>
        Pay
      </h2>
      <CardNote invoice={invoice} />
      <ClaimNote invoice={invoice} proofs={proofs} />
      <CreditOffer invoice={invoice} number={number} />
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
      {method === 'BANK_TRANSFER' && <BankTransfer {...{ invoice, number, isClaimed, proofs }} />}
      {method === 'CASH' && !isClaimed && (
        <>
          <p>
            Hand the amount over and get a signature for it if you like. Then tell {invoice.company.name}{' '}
            here.
          </p>
          <ClaimForm key="CASH" method="CASH" startsWith="" {...{ invoice, number, proofs }} />
        </>
      )}
    </section>
  );
}
