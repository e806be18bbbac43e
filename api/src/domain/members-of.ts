/**
 * Some members of an object that is there as JSON text and may be anything: `{"quote":"QT-1"}` has the quote `QT-1`, and a text
 * that is no JSON has none.
 */
export function membersOf(text: string, names: readonly string[]): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    const members: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
    return Object.fromEntries(names.map((name) => [name, members.get(name)]));
  } catch {
    return {};
  }
}
