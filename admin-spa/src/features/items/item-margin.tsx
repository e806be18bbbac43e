import { useFormat } from '../../ui/format.ts';
import { entryMargin, type ItemEntry } from './item-entry.ts';
import styles from './item-margin.module.css';

/** What the company earns on one, while it is being typed. */
export function ItemMargin({ entry, currency }: { entry: ItemEntry; currency: string }) {
  const format = useFormat();
  const margin = entryMargin(entry);
  const amount = (value: NonNullable<typeof margin>['net']) => format.money({ amount: value, currency });
  return (
    <output className={styles.margin} data-loss={margin !== null && margin.profit < 0}>
      <span>Margin</span>
      <strong className="num">{margin === null ? '–' : format.share(margin.rate)}</strong>
      <span className="dim">
        {margin === null
          ? 'Price and cost together show what is left.'
          : `${amount(margin.profit)} of ${amount(margin.net)} without ${format.taxLabel}. Only staff see this.`}
      </span>
    </output>
  );
}
