/**
 * The text of a file that says little or nothing about its letters. Banks write UTF-8 with or without a mark, UTF-16 with
 * one, and the old Windows letters: the byte E9 alone is the é of "Café" there, and no UTF-8 at all, so a text that is not
 * UTF-8 to its last byte is read as Windows-1252.
 */
const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The text, without a byte order mark; null when it holds zero bytes and so is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const text = marked === undefined ? unmarked(bytes) : new TextDecoder(marked[0]).decode(bytes);
  return text.includes('\0') ? null : text;
}

function unmarked(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
