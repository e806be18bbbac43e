import { graphql } from '../../gql/gql.ts';
import type { InvoiceLinesFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { type Format, useFormat } from '../../ui/format.ts';
import { type Column, RecordTable } from '../../ui/record-table.tsx';
import { taxTreatment } from '../../ui/words.ts';
import styles from './invoice.module.css';

graphql(`
  fragment InvoiceLines on Invoice {
    lines {
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
  }
`);

type Line = InvoiceLinesFragment['lines'][number];
type Placed = Line & { place: number };

/** The share of a stage has neither quantity nor price; a free invoice has both. */
export function InvoiceLines({ lines }: { lines: readonly Line[] }) {
  const format = useFormat();
  const counted = lines.some(({ quantity }) => quantity !== null);
  const perUnit: readonly Column<Placed>[] = [
    { title: 'Quantity', figure: true, cell: (line) => quantityWords(line, format) },
    { title: 'Price', figure: true, cell: ({ unitPrice }) => (unitPrice ? <Amount of={unitPrice} /> : '–') },
  ];
  return (
    <RecordTable
      caption="What the invoice charges"
      rows={lines.map((line, place) => ({ ...line, place }))}
      keyOf={({ place }) => String(place)}
      columns={[
        { title: 'Description', lead: true, cell: (line) => <Words line={line} format={format} /> },
        ...(counted ? perUnit : []),
        { title: format.taxLabel, figure: true, cell: (line) => taxWords(line, format) },
        { title: 'Net', figure: true, cell: (line) => <Amount of={line.net} /> },
        { title: 'Amount', figure: true, cell: (line) => <Amount of={line.gross} /> },
      ]}
    />
  );
}

const quantityWords = ({ quantity, unit }: Line, format: Format): string =>
  quantity === null ? '–' : `${format.quantity(quantity)} ${unit}`.trim();

const taxWords = (line: Line, format: Format): string =>
  line.taxTreatment === 'STANDARD' ? format.percent(line.taxRate) : taxTreatment[line.taxTreatment];

function Words({ line: { description, discount }, format }: { line: Line; format: Format }) {
  if (discount === null) return description;
  const less =
    discount.amount === null ? format.percent(discount.percent ?? 0) : format.money(discount.amount);
  return (
    <div>
      {description}
      <div className={styles.words}>less {less}</div>
    </div>
  );
}
