import { daysBetween, localDate, type LocalDate } from '@countersign/api/domain/local-date';

/** `30 November 2026`. A calendar day is the same everywhere, so it is read as UTC and shown as UTC. */
export function dayText(day: LocalDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** `Australia/Sydney` -> `Sydney time`: everybody knows where Sydney is, few know what AEDT means. */
export function zoneText(timeZone: string): string {
  const place = timeZone.split('/').at(-1) ?? timeZone;
  return place === 'UTC' || place === 'GMT' ? 'UTC' : `${place.replaceAll('_', ' ')} time`;
}

/** The calendar day that it is in a time zone; for words only, the server alone decides what has expired. */
export function todayIn(timeZone: string, now: Date): LocalDate {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const found = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, value]));
  return localDate(`${found.year}-${found.month}-${found.day}`);
}

/** How long a quote can still be signed; the last day counts. */
export function validWords(validUntil: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, validUntil);
  return days <= 0 ? 'today is the last day' : `${counted(days)} left`;
}

export const counted = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
