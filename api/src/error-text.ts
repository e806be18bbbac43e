const longest = 2000;

/** What went wrong as a text that can be kept: of what another server answers, PostgreSQL takes no NUL, and nobody a novel. */
export const errorText = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll('\0', ' ').slice(0, longest);
