import { minor } from '@countersign/api/domain/money';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useAttempt } from '../../attempt.ts';
import { graphql } from '../../gql/gql.ts';
import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { faultSentence } from '../../ui/answer.tsx';
import { amountText } from '../../ui/figure-words.ts';
import type { Problem } from '../../ui/problem.ts';
import { ErrorSummary } from '../../ui/problems.tsx';

// the answer names the invoice's type, which makes the page read it again
const CreditOffer_Use = graphql(`
  mutation CreditOffer_Use($input: UseCreditInput!) {
    useCredit(input: $input) {
      __typename
      ... on PortalInvoice {
        number
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Props = { invoice: Invoice_AllFragment; number: string | null };

/** What the company keeps for the customer pays this invoice, as far as it goes, when the customer says so. */
export function CreditOffer({ invoice, number }: Props) {
  const [, execute] = useMutation(CreditOffer_Use);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const isBusy = useRef(false);
  const attempt = useAttempt();
  const { credit, balance, company } = invoice;
  if (!credit) return null;
  const used = credit.amount < balance.amount ? credit : balance;
  const left = { amount: minor(balance.amount - used.amount), currency: balance.currency };

  async function use() {
    if (isBusy.current) return;
    isBusy.current = true;
    setProblems([]);
    const wish = { invoiceNumber: number };
    const { data, error } = await execute({
      input: { ...wish, idempotencyKey: attempt.keyFor({ ...wish, used }) },
    });
    isBusy.current = false;
    if (data) attempt.answered();
    else if (error) setProblems([{ at: null, message: faultSentence(error) }]);
    if (data?.useCredit.__typename === 'Refusal')
      setProblems([{ at: null, message: data.useCredit.message }]);
    if (data?.useCredit.__typename === 'PortalInvoice') document.getElementById('pay-title')?.focus();
  }

  return (
    <div className="note good">
      <p>
        <strong>
          You have {amountText(credit)} of credit with {company.name}.
        </strong>
      </p>
      <p>
        {used.amount === balance.amount
          ? 'It pays this invoice in full.'
          : `Then ${amountText(left)} are left to pay.`}
      </p>
      <ErrorSummary problems={problems} />
      <button type="button" className="secondary" onClick={() => void use()}>
        Take {amountText(used)} off this invoice
      </button>
    </div>
  );
}
