import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { faultSentence } from '../../ui/answer.tsx';
import { CopyRow } from '../../ui/copy-row.tsx';
import { bankLine } from './bank-lines.ts';
import { ClaimForm } from './claim-form.tsx';
import { PaymentQr } from './payment-qr.tsx';
import type { Proofs } from './use-proofs.ts';

const BankTransfer_Read = graphql(`
  query BankTransfer_Read($number: String) {
    portalInvoice(number: $number) {
      transfer {
        reference
        fields {
          label
          value
          copy
        }
        paymentQr {
          standard
          label
          path
          size
        }
      }
    }
  }
`);

type Props = { invoice: Invoice_AllFragment; number: string | null; isClaimed: boolean; proofs: Proofs };

/** What a transfer needs, to copy or to scan. It is asked for when somebody wants to pay this way. */
export function BankTransfer({ invoice, number, isClaimed, proofs }: Props) {
  const [{ data, error }, read] = useQuery({ query: BankTransfer_Read, variables: { number } });
  const transfer = data?.portalInvoice.transfer;
  return (
    <>
      <div className="transfer">
        {transfer?.paymentQr && <PaymentQr qr={transfer.paymentQr} />}
        <dl className="copy-rows">
          {invoice.bankDetails.filter(Boolean).map((line) => (
            <CopyRow key={line} {...bankLine(line)} />
          ))}
          {transfer?.fields.map((field) => (
            <CopyRow key={field.label} {...field} />
          ))}
        </dl>
      </div>
      {error && !data && (
        <div className="note" role="status">
          <p>The amount and the reference did not load. {faultSentence(error)}</p>
          <button type="button" className="secondary" onClick={() => read({ requestPolicy: 'network-only' })}>
            Try again
          </button>
        </div>
      )}
      {transfer && (
        <p className="hint">
          The reference is how {invoice.company.name} finds your payment: please write it exactly as{' '}
          <span className="whole">{transfer.reference}</span>.
        </p>
      )}
      {!isClaimed && (
        <ClaimForm
          key="BANK_TRANSFER"
          method="BANK_TRANSFER"
          startsWith={transfer?.reference ?? invoice.number}
          {...{ invoice, number, proofs }}
        />
      )}
    </>
  );
}
