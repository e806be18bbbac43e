import { Amount } from './amount.tsx';
import { type Format, type Money, useFormat } from './format.ts';
import styles from './totals.module.css';
import { taxTreatment } from './words.ts';

type Part = { treatment?: keyof typeof taxTreatment; rate: number; tax: Money; net: Money };
type Totals = { net: Money; tax: Money; gross: Money; taxes: readonly Part[] };
type Props = {
  totals: Totals;
  label?: string;
  /** What everything came to before the discount of the document, and that discount. */
  reduced?: { subtotal: Money; discount: Money } | null;
};

/** What a document comes to: net, the tax of each rate, and what is to be paid. */
export function TotalsTable({ totals, label = 'Total', reduced = null }: Props) {
  const format = useFormat();
  return (
    <dl className={styles.totals}>
      {reduced && (
        <>
          <div>
            <dt>Subtotal</dt>
            <dd>
              <Amount of={reduced.subtotal} />
            </dd>
          </div>
          <div>
            <dt>Discount</dt>
            <dd>
              −<Amount of={reduced.discount} />
            </dd>
          </div>
        </>
      )}
      <div>
        <dt>Net</dt>
        <dd>
          <Amount of={totals.net} />
        </dd>
      </div>
      {totals.taxes.map((part) => (
        <div key={`${part.treatment} ${part.rate}`}>
          <dt>{taxWords(part, format)}</dt>
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

/** `GST 10%`, `Reverse charge`. */
function taxWords({ treatment, rate }: Part, format: Format): string {
  if (treatment !== undefined && treatment !== 'STANDARD') return taxTreatment[treatment];
  return `${format.taxLabel} ${format.percent(rate)}`;
}
