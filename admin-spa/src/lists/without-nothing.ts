/** What is left of a search when some of it is cleared: an address names nothing that is not there. */
export const withoutNothing = <Search extends object>(search: Search): Search =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  ) as Search;
