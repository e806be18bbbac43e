import { graphql } from '../../gql/gql.ts';
import type { InvoiceContentFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { useFormat } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { RecordTable } from '../../ui/record-table.tsx';
import { TotalsTable } from '../../ui/totals.tsx';
import { InvoiceLines } from './invoice-lines.tsx';
import styles from './invoice.module.css';

graphql(`
  fragment InvoiceContent on Invoice {
    kind
    pricesIncludeTax
    ...InvoiceLines
    totals {
      ...InvoiceContent_Sums
      taxes {
        treatment
        rate
        net {
          amount
          currency
        }
        tax {
          amount
          currency
        }
      }
    }
    earlier {
      number
      issueDate
      label
      totals {
        ...InvoiceContent_Sums
      }
      creditNotes {
        number
        issueDate
        totals {
          ...InvoiceContent_Sums
        }
      }
    }
  }

  fragment InvoiceContent_Sums on Totals {
    net {
      amount
      currency
    }
    tax {
      amount
      currency
    }
    gross {
      amount
      currency
    }
  }
`);

export function InvoiceContent({ invoice }: { invoice: InvoiceContentFragment }) {
  const { taxLabel } = useFormat();
  const prices = invoice.pricesIncludeTax ? `Prices include ${taxLabel}` : `Prices without ${taxLabel}`;
  return (
    <>
      <Panel
        title="What it says"
        flush
        aside={invoice.kind === 'FREE' && <span className="dim">{prices}</span>}
      >
        <InvoiceLines lines={invoice.lines} />
        <div className={styles.totals}>
          <TotalsTable totals={invoice.totals} />
        </div>
      </Panel>
      {invoice.earlier.length > 0 && <Earlier invoices={invoice.earlier} taxLabel={taxLabel} />}
    </>
  );
}

type Earlier = { invoices: InvoiceContentFragment['earlier']; taxLabel: string };

/** The final invoice lists what came before it, with the tax of each, and below each what was taken off it. */
function Earlier({ invoices, taxLabel }: Earlier) {
  const rows = invoices.flatMap(({ creditNotes, label, ...invoice }) => [
    { ...invoice, name: `${invoice.number} ${label}` },
    ...creditNotes.map(({ totals, ...note }) => ({
      ...note,
      name: `Credit note ${note.number}`,
      totals: { net: less(totals.net), tax: less(totals.tax), gross: less(totals.gross) },
    })),
  ]);
  return (
    <Panel title="Invoiced before" flush>
      <RecordTable
        caption="Earlier invoices of the same quote"
        rows={rows}
        keyOf={({ number }) => number}
        columns={[
          { title: 'Invoice', lead: true, cell: ({ name }) => name },
          { title: 'Issued', cell: ({ issueDate }) => <Day on={issueDate} /> },
          { title: 'Net', figure: true, cell: ({ totals }) => <Amount of={totals.net} /> },
          { title: taxLabel, figure: true, cell: ({ totals }) => <Amount of={totals.tax} /> },
          { title: 'Amount', figure: true, cell: ({ totals }) => <Amount of={totals.gross} /> },
        ]}
      />
    </Panel>
  );
}

const less = <Sum extends { amount: number }>(sum: Sum): Sum => ({ ...sum, amount: -sum.amount });
