import { daysBetween, type LocalDate } from '@countersign/api/domain/local-date';
import { counted } from './day.ts';

/** `due in 5 days`, `due today`, `3 days late`. */
export function dueWords(dueDate: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, dueDate);
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  return days > 0 ? `due in ${days} days` : `${counted(-days)} late`;
}
