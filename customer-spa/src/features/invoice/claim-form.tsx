import { isLocalDate } from '@countersign/api/domain/local-date';
import { useState, type FormEvent } from 'react';
import type { Invoice_AllFragment, PaymentMethod } from '../../gql/graphql.ts';
import { Field } from '../../ui/field.tsx';
import type { Problem } from '../../ui/problem.ts';
import { ErrorSummary } from '../../ui/problems.tsx';
import { ProofField } from './proof-field.tsx';
import { useClaim } from './use-claim.ts';
import type { Proofs } from './use-proofs.ts';

type Props = {
  invoice: Invoice_AllFragment;
  number: string | null;
  method: Exclude<PaymentMethod, 'CARD'>;
  /** What stands in the field for the reference at first. */
  startsWith: string;
  proofs: Proofs;
};

/** "I have paid": tells the company, and changes nothing else. */
export function ClaimForm({ invoice, number, method, startsWith, proofs }: Props) {
  const isCash = method === 'CASH';
  const [paidOn, setPaidOn] = useState<string>(invoice.today);
  const [typed, setReference] = useState<string | null>(null);
  const reference = typed ?? startsWith;
  const { problems, setProblems, isSending, send } = useClaim(() => void proofs.send(proofs.chosen));

  function submit(event: FormEvent) {
    event.preventDefault();
    const slips: Problem[] = [];
    if (!isLocalDate(paidOn)) slips.push({ at: 'claim-paidOn', message: 'Enter the day of the payment.' });
    else if (paidOn > invoice.today)
      slips.push({ at: 'claim-paidOn', message: 'The day of the payment cannot be after today.' });
    if (!reference.trim())
      slips.push({
        at: 'claim-reference',
        message: isCash ? 'Say to whom you gave it.' : 'Enter the reference.',
      });
    if (slips.length > 0 || !isLocalDate(paidOn)) return setProblems(slips);
    void send({ invoiceNumber: number, method, paidOn, reference: reference.trim() });
  }

  return (
    <form className="panel" aria-labelledby="claim-title" noValidate onSubmit={submit}>
      <h3 id="claim-title">{isCash ? 'I have paid in cash' : 'I have paid by transfer'}</h3>
      <ErrorSummary problems={problems} />
      <Field
        at="claim-paidOn"
        label="Day of the payment"
        type="date"
        max={invoice.today}
        value={paidOn}
        onText={setPaidOn}
        problems={problems}
      />
      <Field
        at="claim-reference"
        label={isCash ? 'Given to' : 'Reference on the transfer'}
        maxLength={200}
        value={reference}
        onText={setReference}
        problems={problems}
      />
      <ProofField proofs={proofs} />
      <p className="hint">
        This tells {invoice.company.name}. They will confirm it once they have the money.
      </p>
      <button type="submit" className="primary" aria-disabled={isSending}>
        {isSending ? 'Sending…' : `Tell ${invoice.company.name}`}
      </button>
    </form>
  );
}
