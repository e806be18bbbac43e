import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { sentTotals } from '../../ui/sent-totals.ts';
import { TotalsRow, TotalsTable } from '../../ui/totals-table.tsx';

/** What it comes to, and what is left of that where something happened since. */
export function InvoiceSums({ invoice }: { invoice: Invoice_AllFragment }) {
  const { currency } = invoice.balance;
  const hasMoved = invoice.paid.amount > 0 || invoice.credited.amount > 0;
  return (
    <section aria-label="Total">
      <TotalsTable
        totals={sentTotals(invoice.totals)}
        currency={currency}
        taxLabel={invoice.company.taxLabel}
      />
      {hasMoved && (
        <dl className="totals">
          {invoice.credited.amount > 0 && (
            <TotalsRow label="Credited" amount={invoice.credited.amount} currency={currency} />
          )}
          {invoice.paid.amount > 0 && (
            <TotalsRow label="Paid" amount={invoice.paid.amount} currency={currency} />
          )}
          <TotalsRow label="Still to pay" amount={invoice.balance.amount} currency={currency} isTotal />
        </dl>
      )}
    </section>
  );
}
