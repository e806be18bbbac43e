import { addDays, type LocalDate } from '@countersign/api/domain/local-date';

/** The first day of the next week: from a Saturday the day after tomorrow, from a Monday the Monday after. */
export function nextMonday(today: LocalDate): LocalDate {
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  return addDays(today, ((8 - weekday) % 7) + (weekday === 1 ? 7 : 0));
}
