import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { InvoiceContentFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { useFormat } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { RecordTable } from '../../ui/record-table.tsx';
import { TotalsTable } from '../../ui/totals.tsx';
import styles from './invoice-content.module.css';

graphql(`
  fragment InvoiceContent on Invoice {
    stageLabel
    stagePosition
    sourceEvent
    issueDate
    dueDate
    quote {
      id
      number
      title
    }
    lines {
      description
      taxRate
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
    totals {
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
      taxes {
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
  }
`);

export function InvoiceContent({ invoice }: { invoice: InvoiceContentFragment }) {
  const format = useFormat();
  return (
    <>
      <Panel title="Lines" flush>
        <RecordTable
          caption="What the invoice charges"
          rows={invoice.lines}
          keyOf={(line) => `${line.taxRate} ${line.description}`}
          columns={[
            { title: 'Description', lead: true, cell: (line) => line.description },
            { title: 'Rate', figure: true, cell: (line) => format.percent(line.taxRate) },
            { title: 'Net', figure: true, cell: (line) => <Amount of={line.net} /> },
            { title: format.taxLabel, figure: true, cell: (line) => <Amount of={line.tax} /> },
            { title: 'Amount', figure: true, cell: (line) => <Amount of={line.gross} /> },
          ]}
        />
        <div className={styles.totals}>
          <TotalsTable totals={invoice.totals} />
        </div>
      </Panel>
      <Panel title="Where it comes from">
        <Facts
          of={[
            [
              'Quote',
              <Link key="quote" to="/quotes/$quoteId" params={{ quoteId: invoice.quote.id }}>
                {invoice.quote.number} {invoice.quote.title}
              </Link>,
            ],
            ['Stage', `${invoice.stagePosition}. ${invoice.stageLabel}`],
            ['Issued', <Day key="issued" on={invoice.issueDate} />],
            ['Due', <Day key="due" on={invoice.dueDate} />],
            ['Source event', <code key="source">{invoice.sourceEvent}</code>],
          ]}
        />
      </Panel>
    </>
  );
}
