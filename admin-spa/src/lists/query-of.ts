/** The filters and the order of a list as a query string, always in the same spelling. */
export function queryOf(search: Record<string, string | undefined>): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(given.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))).toString();
}

/** Back again; what the list does not know is left out by whoever reads it. */
export const searchOf = (query: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(query));
