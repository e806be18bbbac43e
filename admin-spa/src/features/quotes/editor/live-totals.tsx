import type { MinorUnits } from '@countersign/api/domain/money';
import type { Totals } from '@countersign/api/domain/pricing';
import { Amount } from '../../../ui/amount.tsx';
import { useFormat } from '../../../ui/format.ts';
import { TotalsTable } from '../../../ui/totals.tsx';
import { everyBilling } from '../../../ui/words.ts';
import { useDesk, useForm } from './editor-store.ts';
import styles from './editor.module.css';
import { liveFigures } from './live.ts';

/** The server's own arithmetic while one types; what is stored is computed again there. */
export function LiveTotals() {
  const { currency } = useDesk();
  const format = useFormat();
  const live = useForm((form) => liveFigures(form, currency));
  const hasOptions = useForm((form) => form.options.length > 0);
  const money = (amount: MinorUnits) => ({ amount, currency });
  if (live === null) return <p className="dim">The amounts are too large to be added up.</p>;
  const { price, margin } = live;
  const reduced =
    price.discount > 0 ? { subtotal: money(price.subtotal), discount: money(price.discount) } : null;
  return (
    <div className={styles.totals}>
      <TotalsTable
        totals={inMoney(price.totals, currency)}
        label={hasOptions ? 'Total as the page starts' : 'Total'}
        reduced={reduced}
      />
      {price.recurring.map(({ billing, totals }) => (
        <p key={billing} className={styles.recurring}>
          <span>Then{everyBilling[billing].replace(' a ', ' every ')}</span>
          <span>
            <Amount of={money(totals.gross)} />{' '}
            <small className="dim">
              with {format.money(money(totals.tax))} {format.taxLabel}
            </small>
          </span>
        </p>
      ))}
      {margin && (
        <p className={styles.recurring}>
          <span className="dim">Margin, only for you</span>
          <span data-loss={margin.profit < 0}>
            <Amount of={money(margin.profit)} /> <small>({format.share(margin.rate)})</small>
          </span>
        </p>
      )}
    </div>
  );
}

function inMoney(totals: Totals, currency: string) {
  const money = (amount: MinorUnits) => ({ amount, currency });
  return {
    net: money(totals.net),
    tax: money(totals.tax),
    gross: money(totals.gross),
    taxes: totals.taxes.map(({ treatment, rate, net, tax }) => ({
      treatment,
      rate,
      net: money(net),
      tax: money(tax),
    })),
  };
}
