import type { MinorUnits } from '@countersign/api/domain/money';
import { Amount } from '../../ui/amount.tsx';
import { Day } from '../../ui/day.tsx';
import { RecordTable, type Column } from '../../ui/record-table.tsx';
import { method } from '../../ui/words.ts';
import type { WeekSums } from './history-sums.ts';

/** The chart in numbers, the newest week first. */
export function HistoryTable({ weeks, currency }: { weeks: readonly WeekSums[]; currency: string }) {
  const amount = (title: string, of: (week: WeekSums) => MinorUnits): Column<WeekSums> => ({
    title,
    figure: true,
    cell: (week) => <Amount of={{ amount: of(week), currency }} />,
  });
  const columns: readonly Column<WeekSums>[] = [
    { title: 'Week of', cell: ({ from }) => <Day on={from} /> },
    amount(method.CARD, ({ confirmed }) => confirmed.CARD),
    amount(method.BANK_TRANSFER, ({ confirmed }) => confirmed.BANK_TRANSFER),
    amount(method.CASH, ({ confirmed }) => confirmed.CASH),
    amount('Given back', ({ refunded }) => refunded),
    amount('Together', ({ total }) => total),
  ];
  return (
    <RecordTable
      caption={`Money confirmed and given back, week by week, in ${currency}`}
      columns={columns}
      rows={weeks.toReversed()}
      keyOf={({ from }) => from}
    />
  );
}
