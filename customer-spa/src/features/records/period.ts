import { isLocalDate, localDate, type LocalDate } from '@countersign/api/domain/local-date';
import type { Problem } from '../../ui/problem.ts';

const LONGEST = 10;

/** From the first of January to today, to begin with; today is the company's, as every day on its papers. */
export const thisYear = (today: LocalDate): { from: LocalDate; to: LocalDate } => ({
  from: localDate(`${today.slice(0, 4)}-01-01`),
  to: today,
});

/** What is wrong with a period, before it is asked for. */
export function slipsOf(from: string, to: string): Problem[] {
  const slips: Problem[] = [];
  if (!isLocalDate(from)) slips.push({ at: 'statement-from', message: 'Enter the first day.' });
  if (!isLocalDate(to)) slips.push({ at: 'statement-to', message: 'Enter the last day.' });
  if (slips.length > 0) return slips;
  if (to < from) return [{ at: 'statement-to', message: 'The last day cannot be before the first.' }];
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return years < LONGEST ? [] : [{ at: 'statement-from', message: 'A statement covers at most ten years.' }];
}
