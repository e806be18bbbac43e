import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { PaymentHistoryQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { useSession } from '../../session.ts';
import { useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/page.tsx';
import { method } from '../../ui/words.ts';
import { HistoryChart } from './history-chart.tsx';
import { currenciesOf, weekSums } from './history-sums.ts';
import { HistoryTable } from './history-table.tsx';
import styles from './payment-history.module.css';

const History = graphql(`
  query PaymentHistory($weeks: Int!) {
    paymentHistory(weeks: $weeks) {
      from
      to
      flows {
        method
        confirmed {
          amount
          currency
        }
        refunded {
          amount
          currency
        }
      }
    }
  }
`);

const count = 12;

/** What came in and went back in the last weeks. */
export function PaymentHistory() {
  const read = useQuery({
    queryKey: ['payments', 'history', count],
    queryFn: async () => (await request(History, { weeks: count })).paymentHistory,
    staleTime: 60_000,
  });
  return (
    <div className={styles.panel}>
      <Loaded read={read} rows={3}>
        {(weeks) => <Weeks weeks={weeks} />}
      </Loaded>
    </div>
  );
}

function Weeks({ weeks }: { weeks: PaymentHistoryQuery['paymentHistory'] }) {
  const { company } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const { day, money } = useFormat();
  const currencies = currenciesOf(weeks, company.currency);
  const currency =
    chosen ??
    currencies.find((one) =>
      weeks.some(({ flows }) => flows.some(({ confirmed }) => confirmed.currency === one)),
    ) ??
    company.currency;
  const sums = weekSums(weeks, currency);
  const [first, last] = [sums[0], sums.at(-1)];
  if (!first || !last || sums.every(({ total, refunded }) => total === 0 && refunded === 0)) return null;
  const most = sums.reduce((best, week) => (week.total > best.total ? week : best), first);
  const label = `Money confirmed in each of the last ${sums.length} weeks, in ${currency}. The most came in the week of ${day(most.from)}: ${money({ amount: most.total, currency })}. This week: ${money({ amount: last.total, currency })}.`;
  return (
    <Panel
      title={`The last ${sums.length} weeks`}
      aside={
        currencies.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label="Currency of the chart"
            data={currencies}
            value={currency}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )
      }
    >
      <p className={styles.top}>
        <span className="num">{money({ amount: most.total, currency })}</span> in the best week
      </p>
      <HistoryChart weeks={sums} label={label} />
      <p className={styles.days} aria-hidden="true">
        <span>{day(first.from)}</span>
        <span>this week</span>
      </p>
      <ul className={styles.legend} aria-label="Colours of the chart">
        <li data-way="CARD">{method.CARD}</li>
        <li data-way="BANK_TRANSFER">{method.BANK_TRANSFER}</li>
        <li data-way="CASH">{method.CASH}</li>
        {sums.some(({ refunded }) => refunded > 0) && <li data-way="REFUNDED">Given back</li>}
      </ul>
      <details className={styles.details}>
        <summary>The same as a table</summary>
        <HistoryTable weeks={sums} currency={currency} />
      </details>
    </Panel>
  );
}
