/** The part of a file that a request asks for, first and last byte; null for all of it. */
type ByteRange = { first: number; last: number };

/**
 * Reads a `Range` header of one part (RFC 9110, 14.2), which a viewer sends that goes on where it was cut off. What is
 * several parts or makes no sense is answered with the whole file; `UNSATISFIABLE` begins behind its end.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'UNSATISFIABLE' | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'UNSATISFIABLE' : { first: size - length, last: size - 1 };
  }
  if (to !== '' && Number(to) < Number(from)) return null;
  if (Number(from) >= size) return 'UNSATISFIABLE';
  return { first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
