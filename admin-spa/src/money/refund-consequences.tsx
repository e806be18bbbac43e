import type { PaymentMethod } from '../gql/graphql.ts';
import { Amount } from '../ui/amount.tsx';
import type { Money } from '../ui/format.ts';

type Props = {
  method: PaymentMethod;
  /** Whether a second person has to agree. */
  waits: boolean;
  limit: Money | null;
  customer: { name: string; email: string };
};

/** What giving this back means, before anything moves. */
export function RefundConsequences({ method, waits, limit, customer }: Props) {
  return (
    <ul>
      {waits && limit !== null && (
        <li>
          From <Amount of={limit} /> on a second person has to agree. Nothing moves until then.
        </li>
      )}
      <li>{moves(method, waits)}</li>
      <li>
        What had paid an invoice is taken off it by a credit note of the same amount, so {customer.name} owes
        no more than before. The receipt stays as it is.
      </li>
      <li>
        <strong>{customer.email}</strong> is told by mail. It cannot be taken back.
      </li>
    </ul>
  );
}

function moves(method: PaymentMethod, waits: boolean): string {
  if (method === 'CARD')
    return 'The payment provider sends it to the same card; that takes five to ten days.';
  return waits
    ? 'Once it is agreed to, you give the money and enter the reference.'
    : 'It counts as given back at once, so give the money first.';
}
