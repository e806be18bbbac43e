import type { Row } from '../db/entities.ts';
import type { Job } from './job.entity.ts';

/** How many of one customer's jobs are done before those of others get a turn. */
const share = 50;
/** Beyond so many customers who had their share the question "who else?" costs more than it gives. */
const mostLines = 100;

/**
 * Turns by customer: whoever has a hundred thousand mails waiting gets the next fifty, then everybody else who waits, then
 * fifty more. Within a customer the oldest goes first.
 */
export function fairRound() {
  const done = new Map<string, number>();
  return {
    /** Customers who had their share in this round. */
    served: (): string[] => [...done].filter(([, count]) => count >= share).map(([line]) => line),
    count(jobs: readonly Row<Job>[]): void {
      for (const { line } of jobs) if (line !== null) done.set(line, (done.get(line) ?? 0) + 1);
      if (done.size > mostLines * share) done.clear();
    },
    isLong: (): boolean => [...done.values()].filter((count) => count >= share).length > mostLines,
    next: (): void => done.clear(),
  };
}

/** The jobs of each customer one after the other; those of different ones side by side. */
export function byLine(jobs: readonly Row<Job>[]): Row<Job>[][] {
  const lines = new Map<string, Row<Job>[]>();
  for (const job of [...jobs].sort((a, b) => (`${a.runAt}${a.id}` < `${b.runAt}${b.id}` ? -1 : 1))) {
    const line = job.line ?? job.id;
    lines.set(line, [...(lines.get(line) ?? []), job]);
  }
  return [...lines.values()];
}
