import type { MinorUnits } from '@countersign/api/domain/money';
import type { InvoiceToStepFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { creditMeans } from './credit-means.ts';

type Props = {
  amount: MinorUnits;
  sums: Parameters<typeof creditMeans>[1];
  invoice: InvoiceToStepFragment;
};

/** What the credit note means for what is owed and for what was paid. */
export function CreditConsequences({ amount, sums, invoice }: Props) {
  const { currency } = invoice.balance;
  const { owed, freed, isAll } = creditMeans(amount, sums);
  return (
    <ul>
      <li>
        It gets a number of its own, the tax is divided in proportion, and{' '}
        <strong>{invoice.customer.email}</strong> gets it by mail.
      </li>
      <li>
        {owed === 0 ? (
          'Nothing is owed on the invoice afterwards.'
        ) : (
          <>
            <Amount of={{ amount: owed, currency }} /> stay owed on the invoice.
          </>
        )}
      </li>
      {freed > 0 && (
        <li>
          <Amount of={{ amount: freed, currency }} /> of what was paid become the credit of{' '}
          {invoice.customer.name}: use them for another invoice, or give them back.
        </li>
      )}
      {isAll && (
        <li>
          The invoice is void by that and keeps its number
          {invoice.kind === 'STAGE' && `; the stage “${invoice.stageLabel}” can be invoiced again`}.
        </li>
      )}
    </ul>
  );
}
