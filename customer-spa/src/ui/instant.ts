/** An instant on the reader's own clock, with the zone named. */
export function instantText(instant: string, locale: string, timeZone?: string): string {
  const parts = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  } as const;
  const zone = timeZone ? { timeZone } : {};
  return new Intl.DateTimeFormat(locale, { ...parts, ...zone, timeZoneName: 'short' }).format(
    new Date(instant),
  );
}
