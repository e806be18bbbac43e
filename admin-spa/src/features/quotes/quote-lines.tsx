import { graphql } from '../../gql/gql.ts';
import type { QuoteLinesFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { type Format, type Money, useFormat } from '../../ui/format.ts';
import { RecordTable } from '../../ui/record-table.tsx';
import { everyBilling, taxTreatment } from '../../ui/words.ts';
import styles from './quote-content.module.css';

graphql(`
  fragment QuoteLines on Quote {
    lines {
      id
      description
      quantity
      unit
      unitPrice {
        amount
        currency
      }
      discount {
        percent
        amount {
          amount
          currency
        }
      }
      taxTreatment
      taxRate
      billing
      amount {
        amount
        currency
      }
    }
  }
`);

type Line = QuoteLinesFragment['lines'][number];

export function QuoteLines({ quote }: { quote: QuoteLinesFragment }) {
  const format = useFormat();
  return (
    <RecordTable
      caption="What is always part of the quote"
      rows={quote.lines}
      keyOf={(line) => line.id}
      columns={[
        { title: 'Description', lead: true, cell: (line) => <Words line={line} format={format} /> },
        {
          title: 'Quantity',
          figure: true,
          cell: (line) => `${format.quantity(line.quantity)} ${line.unit}`.trim(),
        },
        { title: 'Price', figure: true, cell: (line) => <Amount of={line.unitPrice} /> },
        { title: format.taxLabel, figure: true, cell: (line) => taxWords(line, format) },
        {
          title: 'Amount',
          figure: true,
          cell: (line) => (
            <span>
              <Amount of={line.amount} />
              {everyBilling[line.billing]}
            </span>
          ),
        },
      ]}
    />
  );
}

function Words({ line, format }: { line: Line; format: Format }) {
  return (
    <div>
      {line.description}
      {line.discount && (
        <div className={`dim ${styles.option}`}>less {discountWords(line.discount, format)}</div>
      )}
    </div>
  );
}

/** `10%`, `$50.00`. */
const discountWords = (
  { percent, amount }: { percent: number | null; amount: Money | null },
  format: Format,
): string => (amount === null ? format.percent(percent ?? 0) : format.money(amount));

/** `10%`, or in words why there is none. */
export const taxWords = (
  taxed: { taxTreatment: keyof typeof taxTreatment; taxRate: number },
  format: Format,
): string =>
  taxed.taxTreatment === 'STANDARD' ? format.percent(taxed.taxRate) : taxTreatment[taxed.taxTreatment];
