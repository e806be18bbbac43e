/**
 * A moment in UTC as ISO 8601 with milliseconds, `2026-11-21T08:15:30.000Z`. Stored as text on both databases:
 * it sorts as time, reads as time, and needs no conversion between driver, row and GraphQL.
 */
export type Instant = string & { readonly __instant: 'ISO 8601 UTC' };

export const instant = (date: Date): Instant => date.toISOString() as Instant;

/** The instant so many milliseconds later. */
export const later = (from: Instant, milliseconds: number): Instant =>
  instant(new Date(Date.parse(from) + milliseconds));

/** The instant at which an id was made; null for a text that is no such id. */
export function timeOfId(id: string): Instant | null {
  const stamp = /^([\da-f]{8})-([\da-f]{4})-7/.exec(id);
  return stamp === null ? null : instant(new Date(Number.parseInt(`${stamp[1]}${stamp[2]}`, 16)));
}

/** An id that sorts before every id made at that instant or later; ids are UUIDs of version 7, which begin with the time. */
export function firstIdOf(at: Instant): string {
  const stamp = Date.parse(at).toString(16).padStart(12, '0');
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}`;
}
