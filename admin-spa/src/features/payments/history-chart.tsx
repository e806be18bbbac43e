import type { WeekSums } from './history-sums.ts';
import styles from './payment-history.module.css';

const ways = ['CARD', 'BANK_TRANSFER', 'CASH'] as const;

/** The height of the drawing, in units of its own; it is as wide as the page. */
const height = 120;

/** Columns for what came in, one below the line for what went back. The table beside it says the same in numbers. */
export function HistoryChart({ weeks, label }: { weeks: readonly WeekSums[]; label: string }) {
  const up = Math.max(1, ...weeks.map(({ total }) => total));
  const down = Math.max(0, ...weeks.map(({ refunded }) => refunded));
  const unit = height / (up + down);
  const line = up * unit;
  return (
    <svg
      className={styles.chart}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${weeks.length * 10} ${height}`}
      preserveAspectRatio="none"
    >
      {weeks.map((week, at) => {
        let top = line;
        return (
          <g key={week.from} transform={`translate(${at * 10 + 1.5} 0)`}>
            {ways.map((way) => {
              const size = week.confirmed[way] * unit;
              top -= size;
              return size > 0 && <rect key={way} data-way={way} y={top} width="7" height={size} />;
            })}
            {week.refunded > 0 && (
              <rect data-way="REFUNDED" y={line} width="7" height={week.refunded * unit} />
            )}
          </g>
        );
      })}
      <line className={styles.zero} x1="0" x2={weeks.length * 10} y1={line} y2={line} />
    </svg>
  );
}
