import { Button } from '@mantine/core';
import type { Totals } from '@countersign/api/domain/pricing';
import { useFormContext, useWatch } from 'react-hook-form';
import { Amount } from '../../ui/amount.tsx';
import { Panel } from '../../ui/page.tsx';
import { TotalsTable } from '../../ui/totals.tsx';
import { liveTotals, type QuoteForm } from './quote-form.ts';
import styles from './quote-editor.module.css';

/** The server's own arithmetic while one types; what is stored is computed again there. */
export function TotalsPanel({ currency, busy }: { currency: string; busy: boolean }) {
  const { control, getValues } = useFormContext<QuoteForm>();
  useWatch({ control });
  const totals = liveTotals(getValues(), currency);
  const options = getValues('options').length;
  return (
    <Panel title="Total">
      <div className={styles.totals}>
        {totals ? (
          <TotalsTable
            totals={inMoney(totals.without, currency)}
            label={options > 0 ? 'Total without options' : 'Total'}
          />
        ) : (
          <p className="dim">The amounts are too large to be added up.</p>
        )}
        {totals && options > 0 && (
          <p className={styles.all}>
            With all options <Amount of={{ amount: totals.withAll.gross, currency }} />
          </p>
        )}
        <Button type="submit" loading={busy} fullWidth>
          Save the draft
        </Button>
        <p className="dim">Nothing is sent. You read it once more before it is approved.</p>
      </div>
    </Panel>
  );
}

function inMoney(totals: Totals, currency: string) {
  const money = (amount: Totals['net']) => ({ amount, currency });
  return {
    net: money(totals.net),
    tax: money(totals.tax),
    gross: money(totals.gross),
    taxes: totals.taxes.map(({ rate, net, tax }) => ({ rate, net: money(net), tax: money(tax) })),
  };
}
