/** Two days as a filter says them; null when both are open. */
export function dayRangeWords(
  from: string | undefined,
  to: string | undefined,
  day: (date: string) => string,
): string | null {
  if (from && to) return from === to ? `on ${day(from)}` : `${day(from)} – ${day(to)}`;
  if (from) return `from ${day(from)}`;
  return to ? `until ${day(to)}` : null;
}
