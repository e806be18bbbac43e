import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { CopyRow } from '../../ui/copy-row.tsx';
import { amountText } from '../../ui/figure-words.ts';
import { bankLine } from './bank-lines.ts';
import { ClaimForm } from './claim-form.tsx';

type Props = { invoice: Invoice_AllFragment; number: string | null; isClaimed: boolean };

export function BankTransfer({ invoice, number, isClaimed }: Props) {
  return (
    <>
      <dl className="copy-rows">
        {invoice.bankDetails.filter(Boolean).map((line) => (
          <CopyRow key={line} {...bankLine(line)} />
        ))}
        <CopyRow label="Amount" value={amountText(invoice.balance)} />
        <CopyRow label="Reference" value={invoice.number} />
      </dl>
      {!isClaimed && (
        <ClaimForm key="BANK_TRANSFER" invoice={invoice} number={number} method="BANK_TRANSFER" />
      )}
    </>
  );
}
