import { Amount } from './amount.tsx';
import { type Money, useFormat } from './format.ts';
import styles from './totals.module.css';

type Totals = {
  net: Money;
  tax: Money;
  gross: Money;
  taxes: readonly { rate: number; tax: Money; net: Money }[];
};

/** What a document comes to: net, the tax of each rate, and what is to be paid. */
export function TotalsTable({ totals, label = 'Total' }: { totals: Totals; label?: string }) {
  const format = useFormat();
  return (
    <dl className={styles.totals}>
      <div>
        <dt>Net</dt>
        <dd>
          <Amount of={totals.net} />
        </dd>
      </div>
      {totals.taxes.map((part) => (
        <div key={part.rate}>
          <dt>
            {format.taxLabel} {format.percent(part.rate)}
          </dt>
          <dd>
            <Amount of={part.tax} />
          </dd>
        </div>
      ))}
      <div data-total>
        <dt>{label}</dt>
        <dd>
          <Amount of={totals.gross} />
        </dd>
      </div>
    </dl>
  );
}
