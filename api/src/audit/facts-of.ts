/** What was asked for, as facts of the history: what was left out is left out. */
export const factsOf = (asked: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]])),
  );
