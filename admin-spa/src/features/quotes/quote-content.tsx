import { graphql } from '../../gql/gql.ts';
import type { QuoteContentFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { useFormat } from '../../ui/format.ts';
import { MarkdownText } from '../../ui/markdown-text.tsx';
import { Panel } from '../../ui/page.tsx';
import { RecordTable } from '../../ui/record-table.tsx';
import { TotalsTable } from '../../ui/totals.tsx';
import styles from './quote-content.module.css';
import { QuoteOptions } from './quote-options.tsx';

graphql(`
  fragment QuoteContent on Quote {
    scope
    terms
    status
    pricesIncludeTax
    paymentTermsDays
    lines {
      id
      description
      quantity
      unit
      unitPrice {
        amount
        currency
      }
      taxRate
      amount {
        amount
        currency
      }
    }
    totals {
      ...TotalsFigures
    }
    ...QuoteOptions
  }
  fragment TotalsFigures on Totals {
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
`);

export function QuoteContent({ quote }: { quote: QuoteContentFragment }) {
  return (
    <>
      {quote.scope && (
        <Panel title="Scope">
          <MarkdownText source={quote.scope} />
        </Panel>
      )}
      <Panel title="Lines" aside={<TaxNote inside={quote.pricesIncludeTax} />} flush>
        {quote.lines.length === 0 ? (
          <p className={styles.none}>No line yet. A quote needs at least one.</p>
        ) : null}
        {quote.lines.length > 0 && <Lines quote={quote} />}
        <QuoteOptions quote={quote} />
        <div className={styles.totals}>
          <TotalsTable
            totals={quote.totals}
            label={
              quote.status === 'ACCEPTED' || quote.options.length === 0 ? 'Total' : 'Total without options'
            }
          />
        </div>
      </Panel>
      {quote.terms && (
        <Panel title="Terms">
          <MarkdownText source={quote.terms} />
        </Panel>
      )}
    </>
  );
}

function TaxNote({ inside }: { inside: boolean }) {
  const { taxLabel } = useFormat();
  return <span className="dim">{inside ? `Prices include ${taxLabel}` : `Prices without ${taxLabel}`}</span>;
}

function Lines({ quote }: { quote: QuoteContentFragment }) {
  const format = useFormat();
  return (
    <RecordTable
      caption="What is always part of the quote"
      rows={quote.lines}
      keyOf={(line) => line.id}
      columns={[
        { title: 'Description', lead: true, cell: (line) => line.description },
        {
          title: 'Quantity',
          figure: true,
          cell: (line) => `${format.quantity(line.quantity)} ${line.unit}`.trim(),
        },
        { title: 'Price', figure: true, cell: (line) => <Amount of={line.unitPrice} /> },
        { title: format.taxLabel, figure: true, cell: (line) => format.percent(line.taxRate) },
        { title: 'Amount', figure: true, cell: (line) => <Amount of={line.amount} /> },
      ]}
    />
  );
}
