import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { amountText } from '../../ui/figure-words.ts';
import { ProofField } from './proof-field.tsx';
import type { Proofs } from './use-proofs.ts';

type Props = { invoice: Invoice_AllFragment; proofs: Proofs };

/** Something is open already: nobody has to wonder whether it arrived, or does it twice. */
export function ClaimNote({ invoice, proofs }: Props) {
  const claim = invoice.payments.find(({ status }) => status === 'CLAIMED');
  const pending = invoice.payments.find(({ status }) => status === 'PENDING');
  return (
    <>
      <div aria-live="polite">
        {pending && (
          <p className="note">
            A payment of {amountText(pending.amount)} is on its way. Please do not pay twice.
          </p>
        )}
        {claim && (
          <p className="note">
            You told {invoice.company.name} that you paid {amountText(claim.amount)}{' '}
            {claim.method === 'CASH' ? 'in cash' : 'by bank transfer'}. They will confirm it, and the receipt
            comes by mail.
            {claim.proofs.length > 0 && ` You sent along: ${claim.proofs.join(', ')}.`}
          </p>
        )}
      </div>
      {claim && claim.proofs.length < proofs.most && <ProofField proofs={proofs} sendsAtOnce />}
    </>
  );
}
