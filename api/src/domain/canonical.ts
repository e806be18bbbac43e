/**
 * One spelling for every record, so that its hash can be computed again by anybody: JSON by RFC 8785, without spaces and
 * with the names of each object in order. `{ total: 374900, currency: 'AUD' }` is always `{"currency":"AUD","total":374900}`.
 * Money and quantities are whole numbers here, so the part of the RFC on decimal fractions is not needed and is refused.
 */

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** A string of JSON. Half of a surrogate pair is no text, and no two programs agree on its bytes. */
function text(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('text with half a character has no canonical form');
  return JSON.stringify(value);
}

function record(value: object): string {
  if (!isPlain(value)) throw new TypeError('only plain objects have a canonical form');
  // Names sort by UTF-16 code units (RFC 8785, 3.2.3), which is what sorting without a comparison does.
  const members: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
  const names = [...members.keys()].toSorted();
  return `{${names.map((name) => `${text(name)}:${canonical(members.get(name))}`).join(',')}}`;
}

/**
 * The canonical JSON of integers, strings, booleans, null, arrays and plain objects. A TypeError for anything else, also for
 * a member that is undefined: leaving it out silently would make two different records look alike.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new TypeError(`not a whole number that is exact everywhere: ${value}`);
    return String(value);
  }
  // Array.from visits holes too, which map would pass over.
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(',')}]`;
  if (typeof value === 'object') return record(value);
  throw new TypeError(`a ${typeof value} has no canonical form`);
}
