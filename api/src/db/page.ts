import { badInput } from '../fault.ts';

/** What a list asks for: how many, and after which. */
export type PageRequest = { first?: number | null | undefined; after?: string | null | undefined };
export type Page<T> = { items: T[]; endCursor: string | null };

const most = 100;

/** How many rows to read: one more than asked for, to know whether there is a next page without counting. */
export const limitOf = (request: PageRequest): number => sizeOf(request) + 1;

function sizeOf({ first }: PageRequest): number {
  const size = first ?? 50;
  if (size < 1 || size > most) throw badInput(`first must be from 1 to ${most}.`);
  return size;
}

/** The page and where it ends. The cursor names a row, not a position: rows that come in between shift nothing. */
export function pageOf<T>(rows: readonly T[], request: PageRequest, cursorOf: (row: T) => string): Page<T> {
  const size = sizeOf(request);
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, endCursor: rows.length > size && last !== undefined ? cursorOf(last) : null };
}
