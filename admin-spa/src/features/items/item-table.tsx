import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { ItemRowFragment } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { useFormat } from '../../ui/format.ts';
import { RecordTable, type Column } from '../../ui/record-table.tsx';
import { everyBilling, taxTreatment } from '../../ui/words.ts';
import styles from './item-table.module.css';

graphql(`
  fragment ItemRow on CatalogueItem {
    id
    name
    unit
    price {
      amount
      currency
    }
    pricesIncludeTax
    taxTreatment
    taxRate
    billing
    cost {
      amount
      currency
    }
    margin
  }
`);

export function ItemTable({ items }: { items: readonly ItemRowFragment[] }) {
  const format = useFormat();
  const writes = useMay('WRITE_QUOTES');
  const columns: readonly Column<ItemRowFragment>[] = [
    {
      title: 'Item',
      lead: true,
      // what is there to see stands in the row; behind it lies the form
      cell: (item) =>
        writes ? (
          <Link to="/catalogue/$itemId" params={{ itemId: item.id }}>
            {item.name}
          </Link>
        ) : (
          item.name
        ),
    },
    {
      title: 'Price',
      figure: true,
      cell: ({ price, unit, billing }) => (
        <span className={styles.figure}>
          {format.money(price)}
          <span className="dim">{`${unit && ` / ${unit}`}${everyBilling[billing]}`}</span>
        </span>
      ),
    },
    {
      title: 'Tax',
      cell: (item) => (
        <span className={`dim ${styles.figure}`}>
          {item.taxTreatment === 'STANDARD'
            ? `${format.percent(item.taxRate)} ${format.taxLabel} ${item.pricesIncludeTax ? 'inside' : 'on top'}`
            : taxTreatment[item.taxTreatment]}
        </span>
      ),
    },
    { title: 'Cost', figure: true, wide: true, cell: ({ cost }) => (cost ? format.money(cost) : '–') },
    {
      title: 'Margin',
      figure: true,
      cell: ({ margin }) => (margin === null ? '–' : format.share(margin)),
    },
  ];
  return <RecordTable caption="Catalogue by name" columns={columns} rows={items} keyOf={(item) => item.id} />;
}
